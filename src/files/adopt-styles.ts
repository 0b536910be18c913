import type {CSSResult} from 'lit';

/** Give a shadow root the styles of a part that came late. */
export function adoptStyles(root: HTMLElement | DocumentFragment, {styleSheet}: CSSResult): void {
  if (!styleSheet || !(root instanceof ShadowRoot)) return;
  const others = root.adoptedStyleSheets.filter(sheet => sheet !== styleSheet);
  root.adoptedStyleSheets = [...others, styleSheet];
}
