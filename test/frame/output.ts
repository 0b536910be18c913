import {
  type FrameEvent,
  OutputFrame,
  type OutputFrameOptions,
  type ShowOptions,
} from '../../src/frame/index.js';
import {toDocument} from '../../src/page/index.js';
import {GUEST_HELLO} from '../../src/protocol/frame.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';

/** An output frame on the test's page, with what happens in it. */
export function makeOutput(more: Partial<OutputFrameOptions> = {}) {
  const parent = document.createElement('div');
  parent.style.cssText = 'position: relative; width: 400px; height: 300px';
  document.body.append(parent);
  const events: FrameEvent[] = [];
  const opened: string[] = [];
  let notice: (() => void) | undefined;
  const output = new OutputFrame(parent, {
    ...more,
    openExternal: url => opened.push(url),
    onEvent: event => {
      events.push(event);
      notice?.();
    },
  });

  /** The next event, as soon as there is one. */
  async function take(): Promise<FrameEvent> {
    for (;;) {
      const event = events.shift();
      if (event) return event;
      await new Promise<void>(resolve => (notice = resolve));
    }
  }

  /** The next event of a kind; those before it are forgotten. */
  async function next<Kind extends FrameEvent['kind']>(kind: Kind) {
    for (;;) {
      const event = await take();
      if (event.kind === kind) return event as Extract<FrameEvent, {kind: Kind}>;
    }
  }

  /** Shows a page of the site as the element does. */
  async function show(html: string, options: Partial<ShowOptions> = {}): Promise<void> {
    const url = SITE_ORIGIN + '/polls/';
    await output.show(await makeDocument(html, options.url ?? url), {url, ...options});
  }

  /** The next thing that a document's own scripts say to the page. */
  function heard(): Promise<unknown> {
    return new Promise(resolve => {
      window.addEventListener('message', function listen({source, data}) {
        const isFrame = frames().some(frame => frame.contentWindow === source);
        if (!isFrame || data === GUEST_HELLO) return;
        window.removeEventListener('message', listen);
        resolve(data);
      });
    });
  }

  /** The frame shown, then the one that is being loaded. */
  function frames(): readonly HTMLIFrameElement[] {
    return [...parent.querySelectorAll('iframe')];
  }

  /** The one frame that is to be seen. */
  function shown(): HTMLIFrameElement | undefined {
    const [frame, ...others] = frames().filter(({style}) => style.visibility === 'visible');
    if (others.length > 0) throw new Error('More than one frame is shown');
    return frame;
  }

  /** Says something to the document's own scripts. */
  function post(message: string): void {
    shown()?.contentWindow?.postMessage(message, '*');
  }

  function remove(): void {
    output.dispose();
    parent.remove();
  }
  return {output, parent, frames, shown, opened, take, next, heard, show, post, remove};
}

/** The document of a page that has no assets. */
export async function makeDocument(html: string, url: string): Promise<string> {
  const headers = [['Content-Type', 'text/html; charset=utf-8']] as const;
  const body = new TextEncoder().encode(html);
  const page = await toDocument(
    {status: 200, headers, body, duration: 0},
    asset => Promise.reject(new Error(`There is no ${asset}`)),
    {url},
  );
  if (page.kind !== 'document') throw new Error('The page is no document');
  return page.html;
}
