import {
  GUEST_RENEWS,
  type NestedContent,
  NESTED_SRC,
  NESTED_SRCDOC,
} from '../../../protocol/frame-nested.js';
import {GUEST_HELLO, type Navigation} from '../../../protocol/frame.js';
import {say} from '../host.js';
import {stopImmediatePropagation, Uint8Array} from '../natives.js';
import {base, currentUrl} from '../place.js';
import {referrer} from '../referrer.js';
import {siteUrl} from './files.js';
import {keep, type Late, lateOf} from './lates.js';
import {getNative, removeNative, setNative} from './natives.js';

/** This very script, for guests in the frames of the document. */
const guest = `<!DOCTYPE html><script>${document.currentScript?.textContent}</script>`;

/** Where it came from. */
const address = document.URL.replace(/#.*/s, '');

/** Frames of the site, by what the host calls each. */
const frames = new Map<HTMLIFrameElement, string>();

/** Shows a page of the site, or markup, in a frame that came into the document. */
export function fillFrame(iframe: HTMLIFrameElement): void {
  for (const [name, alias] of Object.entries({src: NESTED_SRC, srcdoc: NESTED_SRCDOC})) {
    const early = getNative(iframe, alias);
    if (early !== null) {
      removeNative(iframe, alias);
      keep(iframe, name, early);
    } else if (!lateOf(iframe, name)) {
      const native = getNative(iframe, name);
      const isOwn = native === null || native === guest;
      if (!isOwn && (name === 'srcdoc' || siteUrl(native) !== null)) keep(iframe, name, native);
    }
  }
  const late = currentOf(iframe);
  if (late?.state === 'waiting') show(iframe, late, contentOf(iframe, late));
}

/**
 * Shows what a link or a form leads to in the frame of the document that has that name.
 *
 * @returns Whether there is one.
 */
export function showInFrame(name: string, navigation: Navigation): boolean {
  const iframe = [...document.querySelectorAll('iframe')].find(
    frame => name !== '' && getNative(frame, 'name') === name,
  );
  if (iframe) show(iframe, keep(iframe, 'src', navigation.url), {navigation});
  return iframe !== undefined;
}

/** Keeps what guests in frames say to this one from the site's scripts. */
export function onFrameMessage(event: Event): void {
  const {data, source, ports} = event as MessageEvent<unknown>;
  if (data !== GUEST_HELLO && data !== GUEST_RENEWS) return;
  for (const [iframe, frame] of frames) {
    if (!iframe.isConnected) frames.delete(iframe);
    else if (iframe.contentWindow === source) {
      stopImmediatePropagation(event);
      const late = currentOf(iframe);
      // What the browser says of the guest's own page is not for the site.
      if (late) late.state = data === GUEST_HELLO ? 'there' : 'asked';
      if (ports[0]) say({kind: 'nested', frame, content: null}, [ports[0]]);
    }
  }
}

/** The browser shows something else in a frame. */
export function forgetFrame(iframe: Element): void {
  frames.delete(iframe as HTMLIFrameElement);
}

function show(iframe: HTMLIFrameElement, late: Late, content: NestedContent): void {
  const known = frames.get(iframe);
  const frame = known ?? String(Math.random());
  late.state = known === undefined ? 'asked' : 'there';
  say({kind: 'nested', frame, content});
  if (known !== undefined) return;
  frames.set(iframe, frame);
  removeNative(iframe, 'srcdoc');
  // As this frame itself came, so that it can be loaded again.
  if (address.startsWith('about:')) setNative(iframe, 'srcdoc', guest);
  // Another at each depth, or a browser would think that a page had itself in a frame for ever.
  else setNative(iframe, 'src', `${address}?`);
}

function currentOf(iframe: HTMLIFrameElement): Late | undefined {
  return lateOf(iframe, 'srcdoc') ?? lateOf(iframe, 'src');
}

function contentOf(iframe: HTMLIFrameElement, {written}: Late): NestedContent {
  if (lateOf(iframe, 'srcdoc')) return {html: written, base: base()};
  const url = siteUrl(written) ?? currentUrl();
  const body = new Uint8Array();
  return {navigation: {method: 'GET', url, headers: [], body, referrer: referrer()}};
}
