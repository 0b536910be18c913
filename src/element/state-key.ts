import {pageName} from '../chain/index.js';

/**
 * Names a playground for what is kept of it: its page, and in it the `id` or else the place among
 * the page's playgrounds.
 *
 * @param page Absolute URL of its page.
 */
export function stateKey(playground: Element, page: string): string {
  if (playground.id) return `${pageName(page)}#${playground.id}`;
  const root = playground.getRootNode() as Document | ShadowRoot;
  const index = [...root.querySelectorAll(playground.localName)].indexOf(playground);
  return `${pageName(page)}:${index}`;
}
