import guestScript from './guest/index.ts?bundle-text';

/** What every frame begins with: the guest, which then writes the document. */
const SHELL = `<!DOCTYPE html><script>${escapeScript(guestScript)}</script>`;

/** Firefox does not load a `srcdoc` again once its document was written: a script could not reload. */
const needsAddress = CSS.supports('-moz-appearance', 'none');

/** Gives a frame that has none its first document, in which the guest waits for the real one. */
export function fillWithGuest(iframe: HTMLIFrameElement): void {
  if (needsAddress) iframe.src = `data:text/html;charset=utf-8,${encodeURIComponent(SHELL)}`;
  else iframe.srcdoc = SHELL;
}

/** What would end the element, or the comment it could begin, is written with an escape. */
function escapeScript(script: string): string {
  return script.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3c');
}
