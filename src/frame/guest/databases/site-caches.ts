import {
  CACHE_QUOTA,
  type CacheChange,
  type KeptAnswer,
  type KeptCache,
  sizeOfAnswers,
} from '../../../protocol/frame-caches.js';
import {SiteCache} from './site-cache.js';

/** Milliseconds in which changes come together, or a script that makes many would be taken for a flood. */
const PAUSE = 2;

/** What `caches` is, without an origin: what earlier documents put there, and this one does. */
export class SiteCaches {
  readonly #caches = new Map<string, SiteCache>();
  readonly #tell: (changes: readonly CacheChange[]) => void;
  readonly #untold: CacheChange[] = [];
  #telling: Promise<void> | undefined;

  /** @param tell Called with what becomes of them. */
  constructor(known: readonly KeptCache[], tell: (changes: readonly CacheChange[]) => void) {
    this.#tell = tell;
    for (const {name, answers} of known) this.#caches.set(name, this.#make(name, answers));
  }

  async open(name: string): Promise<SiteCache> {
    const known = this.#caches.get(name);
    if (known) return known;
    const made = this.#make(name, []);
    this.#caches.set(name, made);
    await this.#note({name, removed: [], added: []});
    return made;
  }

  async has(name: string): Promise<boolean> {
    return this.#caches.has(name);
  }

  async delete(name: string): Promise<boolean> {
    const isThere = this.#caches.delete(name);
    if (isThere) await this.#note({name, removed: null, added: []});
    return isThere;
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async match(
    request: RequestInfo | URL,
    options: MultiCacheQueryOptions = {},
  ): Promise<Response | undefined> {
    for (const [name, cache] of this.#caches) {
      if (options.cacheName !== undefined && options.cacheName !== name) continue;
      const found = await cache.match(request, options);
      if (found) return found;
    }
    return undefined;
  }

  /** What scripts hold of a cache that was deleted goes on, and is nobody else's. */
  #make(name: string, answers: readonly KeptAnswer[]): SiteCache {
    const cache: SiteCache = new SiteCache(answers, (removed, added) => {
      if (this.#caches.get(name) !== cache) return Promise.resolve();
      const size = this.#size - sizeOfAnswers(removed) + sizeOfAnswers(added);
      if (added.length > 0 && size > CACHE_QUOTA) {
        throw new DOMException('The caches are full.', 'QuotaExceededError');
      }
      return this.#note({name, removed: removed.map(({id}) => id), added});
    });
    return cache;
  }

  get #size(): number {
    const kept = [...this.#caches.values()].flatMap(cache => SiteCache.keptIn(cache));
    return sizeOfAnswers(kept);
  }

  #note(change: CacheChange): Promise<void> {
    this.#untold.push(change);
    return (this.#telling ??= new Promise(resolve => {
      setTimeout(() => {
        this.#telling = undefined;
        this.#tell(this.#untold.splice(0));
        resolve();
      }, PAUSE);
    }));
  }
}
