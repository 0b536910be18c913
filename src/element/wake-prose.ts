import {PROSE} from '../chain/index.js';

/** Let the prose around a playground act on it, where there is such prose. */
export function wakeProse(playground: Element): void {
  const root = playground.getRootNode() as Document | ShadowRoot;
  if (!playground.isConnected || !root.querySelector(PROSE)) return;
  import('./prose.js')
    .then(({Prose}) => Prose.wake(root, playground.localName))
    // It stays the plain text that it is without this.
    .catch((error: unknown) => console.warn(error));
}
