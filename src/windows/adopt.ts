import type {CSSResult} from 'lit';

/** Has the tree of an element know styles; a page's policy allows none that are in the markup. */
export function adopt(element: Element, {styleSheet}: CSSResult): void {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot) || !styleSheet) return;
  if (root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
