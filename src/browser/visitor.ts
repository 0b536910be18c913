import type {Cookie} from '../protocol/cookie.js';
import type {DatabaseDump, StorageChange, Storages} from '../protocol/frame-state.js';
import {CacheArea} from './cache-area.js';
import {CookieJar} from './cookie-jar.js';
import {StorageArea} from './storage-area.js';

/** Somebody who shows documents to a visitor, and tells them what became of what is kept. */
export interface VisitorView {
  /** Scripts may read other cookies than before. */
  onCookies(): void;
  /** A document at this address, in another view, has changed what all of them share. */
  onStored(change: StorageChange, url: string): void;
}

/** Most databases that scripts have. */
const MOST_DATABASES = 50;

/**
 * What a site keeps with one who visits it, in whichever view: cookies, `localStorage`, databases and
 * caches.
 */
export class Visitor {
  readonly jar = new CookieJar();
  /** What the page calls them; `''` where there is only one. */
  name = '';
  readonly local = new StorageArea();
  readonly caches = new CacheArea();
  #databases: readonly DatabaseDump[] = [];
  readonly #views = new Set<VisitorView>();

  constructor() {
    this.jar.onChange = () => this.#views.forEach(view => view.onCookies());
  }

  /** Databases of scripts, as they were last told. */
  get databases(): readonly DatabaseDump[] {
    return this.#databases;
  }

  /** Keeps a database of scripts, or forgets one that was deleted. */
  keep(dump: DatabaseDump): void {
    const others = this.#databases.filter(({name}) => name !== dump.name);
    const isKept = dump.version > 0 && others.length < MOST_DATABASES;
    this.#databases = isKept ? [...others, dump] : others;
  }

  /** Goes on from what it kept on an earlier visit. */
  restore(cookies: readonly Cookie[], storages?: Omit<Storages, 'session'>): void {
    this.jar.restore(cookies);
    this.local.restore(storages?.local ?? []);
    this.#databases = storages?.databases ?? [];
    this.caches.restore(storages?.caches ?? []);
  }

  /** Has a view told of what changes, from now on. */
  watch(view: VisitorView): void {
    this.#views.add(view);
  }

  unwatch(view: VisitorView): void {
    this.#views.delete(view);
  }

  /** Keeps what a document of a view changes in `localStorage`. */
  store(change: StorageChange, url: string, from: VisitorView): void {
    if (!this.local.change(change.key, change.value)) return;
    for (const view of this.#views) if (view !== from) view.onStored(change, url);
  }

  /** Forgets all of it. */
  clear(): void {
    this.jar.clear();
    this.local.clear();
    this.#databases = [];
    this.caches.restore([]);
  }
}
