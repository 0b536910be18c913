import {
  CACHE_QUOTA,
  type CacheChange,
  type KeptCache,
  sizeOfAnswers,
} from '../protocol/frame-caches.js';

/** Most caches that scripts have. */
const MOST_CACHES = 50;

/** What scripts of the site keep with `caches`, as their visitor does. */
export class CacheArea {
  #caches: readonly KeptCache[] = [];

  /** Older ones first; the same list for as long as nothing changes. */
  get all(): readonly KeptCache[] {
    return this.#caches;
  }

  /** Holds what an earlier one held. */
  restore(caches: readonly KeptCache[]): void {
    this.#caches = caches;
  }

  /** Keeps what a script does to a cache, as far as there is room for it. */
  change({name, removed, added}: CacheChange): void {
    if (removed === null) {
      this.#caches = this.#caches.filter(cache => cache.name !== name);
      return;
    }
    const known = this.#caches.find(cache => cache.name === name);
    const left = known?.answers.filter(({id}) => !removed.includes(id)) ?? [];
    const cache = {name, answers: [...left, ...added]};
    const caches = known
      ? this.#caches.map(other => (other === known ? cache : other))
      : [...this.#caches, cache];
    const size = sizeOfAnswers(caches.flatMap(({answers}) => answers));
    if (caches.length <= MOST_CACHES && (added.length === 0 || size <= CACHE_QUOTA))
      this.#caches = caches;
  }
}
