import shell from './guest/index.ts?bundle-page-text';

/** Firefox does not load a `srcdoc` again once its document was written: a script could not reload. */
const needsAddress = CSS.supports('-moz-appearance', 'none');

/**
 * Gives a frame that has none its first document: the guest, which waits for the real one.
 *
 * @param address Where the guest's page is to be had; otherwise it comes without being asked for.
 */
export function fillWithGuest(iframe: HTMLIFrameElement, address: string | undefined): void {
  if (address !== undefined) iframe.src = address;
  else if (needsAddress) iframe.src = `data:text/html;charset=utf-8,${encodeURIComponent(shell)}`;
  else iframe.srcdoc = shell;
}
