import type {DocumentState} from '../../../src/protocol/frame-state.js';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import type {makeOutput} from '../output.js';

export const URL = `${SITE_ORIGIN}/polls/?page=2`;

/** What a document knows in these tests, unless they say otherwise. */
export function makeState(more: Partial<DocumentState> = {}, url = URL): DocumentState {
  const place = {url, state: null, index: 0, length: 1, isManual: false};
  return {place, referrer: '', cookies: [], local: [], session: [], ...more};
}

/**
 * Runs a function's body in a document and gives what it returns, once the document has loaded.
 *
 * @param body May `await`, and `say()` things beside.
 */
export async function run(
  frame: ReturnType<typeof makeOutput>,
  body: string,
  {state = makeState(), url = URL, markup = ''} = {},
): Promise<unknown> {
  const heard = frame.heard();
  await frame.show(
    `<!DOCTYPE html><title>T</title>${markup}<script>
      const said = [];
      const tell = value => parent.postMessage(value, '*');
      const once = (type, target = window) =>
        new Promise(resolve => target.addEventListener(type, resolve, {once: true}));
      const nameOf = act => { try { act(); return 'no error' } catch ({name}) { return name } };
      onload = async () => {
        try { tell(await (async () => {${body}})()) } catch (error) { tell(String(error.stack ?? error)) }
      };
    </script>`,
    {url, state},
  );
  return heard;
}
