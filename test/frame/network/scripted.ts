import type {SiteNetwork} from '../../../src/frame/index.js';
import type {
  ScriptHead,
  ScriptRequest,
  ScriptResponse,
} from '../../../src/protocol/frame-network.js';
import {makeOutput} from '../output.js';

/** What a view of the test's site answers. */
export type Reply = Partial<ScriptHead> & {
  readonly body?: string | AsyncIterable<string>;
};
export type View = (request: ScriptRequest, signal: AbortSignal) => Reply | Promise<Reply>;

/** Runs what the test posts, and says what came of it. */
const PAGE = `<!DOCTYPE html><title>Scripts</title><script>
  addEventListener('message', async ({data}) => {
    const run = Object.getPrototypeOf(async () => {}).constructor;
    try {
      parent.postMessage({value: await run(data)()}, '*');
    } catch (error) {
      parent.postMessage({error: error.name + ': ' + error.message}, '*');
    }
  });
</script>`;

/**
 * A page whose scripts ask a site of the test's.
 *
 * @param views By path.
 */
export async function makeScripted(
  views: Readonly<Record<string, View>>,
  connect: SiteNetwork['connect'] = () => Promise.reject(new Error('There is no socket')),
) {
  const requests: ScriptRequest[] = [];
  let notice: (() => void) | undefined;
  async function open(request: ScriptRequest, signal: AbortSignal): Promise<ScriptResponse> {
    requests.push(request);
    notice?.();
    const {pathname} = new URL(request.url);
    const view = views[pathname];
    if (!view) throw new TypeError(`There is no ${pathname}`);
    const {body = '', ...head} = await view(request, signal);
    const url = request.url.replace(/#.*/, '');
    return {
      status: 200,
      statusText: 'OK',
      headers: [],
      url,
      redirected: false,
      type: 'basic',
      ...head,
      body: encoded(typeof body === 'string' ? once(body) : body),
    };
  }
  const frame = makeOutput({network: {open, connect}});
  await frame.show(PAGE);

  /** Runs the body of an asynchronous function in the page. */
  async function run(script: string): Promise<unknown> {
    const hearing = frame.heard();
    frame.post(script);
    const {value, error} = (await hearing) as {value?: unknown; error?: string};
    return error ?? value;
  }
  /** Resolves once the site was asked so often, for what is wanted. */
  async function asked(
    isWanted: (request: ScriptRequest) => boolean,
    count = 1,
  ): Promise<ScriptRequest[]> {
    for (;;) {
      const found = requests.filter(isWanted);
      if (found.length >= count) return found;
      await new Promise<void>(resolve => (notice = resolve));
    }
  }
  return {frame, requests, asked, run, remove: () => frame.remove()};
}

/** A stream that a test sends the pieces of. */
export function makePieces() {
  const pieces: (string | null)[] = [];
  let notice: (() => void) | undefined;
  async function* body(): AsyncGenerator<string, void, undefined> {
    for (;;) {
      const piece = pieces.shift();
      if (piece === null) return;
      if (piece !== undefined) yield piece;
      else await new Promise<void>(resolve => (notice = resolve));
    }
  }
  /** `null` ends it. */
  const send = (piece: string | null): void => {
    pieces.push(piece);
    notice?.();
  };
  return {body: body(), send};
}

async function* once(text: string): AsyncGenerator<string, void, undefined> {
  if (text !== '') yield text;
}

async function* encoded(
  pieces: AsyncIterable<string>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  for await (const piece of pieces) yield new TextEncoder().encode(piece);
}
