import {PROSE} from '../chain/index.js';

/** Let the prose around a playground act on it, where there is such prose; resolves once it does. */
export async function wakeProse(playground: Element): Promise<void> {
  const root = playground.getRootNode() as Document | ShadowRoot;
  if (!playground.isConnected || !root.querySelector(PROSE)) return;
  try {
    const {Prose} = await import('./prose.js');
    await Prose.wake(root, playground.localName);
  } catch (error) {
    // It stays the plain text that it is without this.
    console.warn(error);
  }
}
