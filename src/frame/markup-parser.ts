/**
 * Documents that a page makes stand under its Content-Security-Policy, and some browsers report
 * whatever markup has inline as against that, although nothing of it runs there. In the window of a
 * frame that has an address of its own there is no such policy.
 */

let frame: HTMLIFrameElement | undefined;
let loaded: Promise<unknown> | undefined;

/**
 * What parses the site's markup without the page's policy; the page's own parser where the frame is
 * of another origin.
 *
 * @param address Of a page that is empty.
 */
export async function markupParser(address: string): Promise<DOMParser> {
  // Pages that load others into themselves take away what they do not know.
  if (!frame?.isConnected) {
    frame = makeFrame(address);
    loaded = new Promise(resolve => frame?.addEventListener('load', resolve, {once: true}));
    document.documentElement.append(frame);
  }
  await loaded;
  try {
    const {DOMParser: Parser} = frame.contentWindow as Window & typeof globalThis;
    return new Parser();
  } catch {
    return new DOMParser();
  }
}

function makeFrame(address: string): HTMLIFrameElement {
  const made = document.createElement('iframe');
  // Its document is there to be reached, and nothing in it can run.
  made.setAttribute('sandbox', 'allow-same-origin');
  made.hidden = true;
  made.src = address;
  return made;
}
