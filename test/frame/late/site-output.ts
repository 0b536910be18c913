import {type FrameEvent, NestedFrame, OutputFrame} from '../../../src/frame/index.js';
import {type FetchAsset, toDocument} from '../../../src/page/index.js';
import {SITE_ORIGIN, type HttpResponse} from '../../../src/protocol/http.js';
import {type File, respond, serve} from '../../page/tiny-site.js';

/** Where the page lies. */
export const HERE = `${SITE_ORIGIN}/polls/`;

/** A picture of that size. */
export function picture(width: number, height = width): File {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><symbol id="s"><rect width="${width}" height="${height}"/></symbol><rect width="${width}" height="${height}" fill="#0c0"/></svg>`;
  return [svg, 'image/svg+xml'];
}

/**
 * What a page's script says. It is the body of an asynchronous function and ends by returning it.
 *
 * @param files What the site has, by path.
 * @param html What the page has before the script.
 */
export async function run(
  script: string,
  files: Record<string, File | HttpResponse> = {},
  html = '',
) {
  const site = serve(files);
  const parent = document.createElement('div');
  parent.style.cssText = 'position: relative; width: 400px; height: 300px';
  document.body.append(parent);
  const output = new OutputFrame(parent, {onEvent: event => nest(event, site.fetchAsset)});
  const page = await toDocument(respond(withScript(html, script)), site.fetchAsset, {url: HERE});
  if (page.kind !== 'document') throw new Error('The page is no document');
  let resolve!: (said: unknown) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<unknown>((...ends) => ([resolve, reject] = ends));
  function listen({data, source}: MessageEvent<{said?: unknown; failed?: string}>): void {
    // The window of a test before this one may be gone.
    if (source === null) return;
    const senders = new Set<unknown>([source, (source as Window).parent]);
    const frames = [...parent.querySelectorAll('iframe')];
    if (!frames.some(({contentWindow}) => senders.has(contentWindow))) return;
    if (data.failed !== undefined) reject(new Error(data.failed));
    else if (typeof data === 'object') resolve(data.said);
  }
  window.addEventListener('message', listen);
  const patience = setTimeout(() => reject(new Error('The script does not end')), 60_000);
  try {
    await output.show(page.html, {url: HERE, answer: ask => page.late.answer(ask)});
    return {said: await promise, asked: site.asked};
  } finally {
    clearTimeout(patience);
    window.removeEventListener('message', listen);
    output.dispose();
    parent.remove();
  }
}

/** Shows pages of the site in frames of the document, as the element does. */
function nest(event: FrameEvent, fetchAsset: FetchAsset): void {
  if (event.kind !== 'nested') return;
  const frame =
    nested.get(event.frame) ??
    new NestedFrame({
      onEvent: within => {
        if (within.kind === 'navigate') void go(within.navigation.url);
        else nest(within, fetchAsset);
      },
    });
  nested.set(event.frame, frame);
  if (event.port) frame.connect(event.port);
  async function go(url: string): Promise<void> {
    const {response} = await fetchAsset(url, {
      destination: 'object',
      referrer: HERE,
      signal: undefined,
    });
    if (response) await write(response, url);
  }
  async function write(response: HttpResponse, url: string): Promise<void> {
    const page = await toDocument(response, fetchAsset, {url});
    if (page.kind !== 'document') throw new Error('The page is no document');
    await frame.show(page.html, {url, answer: ask => page.late.answer(ask)});
  }
  if (event.content && 'html' in event.content) {
    void write(respond(event.content.html), event.content.base);
  } else if (event.content) void go(event.content.navigation.url);
}

const nested = new Map<string, NestedFrame>();

function withScript(html: string, script: string): string {
  return `<!DOCTYPE html><title>Late</title><body>${html}<script>
    const told = (target, ...types) => new Promise(resolve => {
      for (const type of types) target.addEventListener(type, () => resolve(type), {once: true});
    });
    const until = async (what, value = what()) => {
      while (!(value = what())) await new Promise(requestAnimationFrame);
      return value;
    };
    const violations = [];
    addEventListener('securitypolicyviolation', ({blockedURI}) => violations.push(blockedURI));
    (async () => {${script}})().then(
      said => parent.postMessage({said}, '*'),
      error => parent.postMessage({failed: String(error?.stack ?? error)}, '*'),
    );
  </script>`;
}
