import {type Browser, StorageArea, type VisitorView} from '../browser/index.js';
import {databasesScript, navigationScript} from '../frame/index.js';
import type {DocumentPage} from '../page/index.js';
import type {CacheChange} from '../protocol/frame-caches.js';
import type {
  DatabaseDump,
  Databases,
  DocumentState,
  StorageChange,
} from '../protocol/frame-state.js';

/** What not every page gets. */
export interface PageParts {
  readonly databases?: Databases | undefined;
  /** The script that stands in for the Navigation API. */
  readonly navigation?: string | undefined;
}

/** What documents of a view know of their history and their visitor, and what they do to it. */
export class KeptState {
  readonly #browser: Browser;
  readonly #view: VisitorView;
  readonly #onStored: () => void;
  /** `sessionStorage`, which other views have their own of, but for frames in a page. */
  readonly session: StorageArea;

  /** @param onStored Called when scripts have kept something. */
  constructor(
    browser: Browser,
    view: VisitorView,
    onStored: () => void,
    session = new StorageArea(),
  ) {
    this.#browser = browser;
    this.#onStored = onStored;
    this.session = session;
    this.#view = view;
  }

  /** Take what a document changes in its storages. */
  store(changes: readonly StorageChange[]): void {
    const {url, visitor} = this.#browser;
    for (const change of changes) {
      if (change.storage === 'session') this.session.change(change.key, change.value);
      else visitor.store(change, url, this.#view);
    }
    this.#onStored();
  }

  /** Take a database that a document has changed. */
  keep(dump: DatabaseDump): void {
    this.#browser.visitor.keep(dump);
    this.#onStored();
  }

  /** Take what a document does to its caches. */
  cache(changes: readonly CacheChange[]): void {
    for (const change of changes) this.#browser.visitor.caches.change(change);
    this.#onStored();
  }

  /** What a page gets because its scripts name it. */
  async partsFor({parts}: DocumentPage): Promise<PageParts> {
    const navigation = parts.has('navigation') ? await navigationScript() : undefined;
    if (!parts.has('databases')) return {navigation};
    const script = await databasesScript();
    const {databases, caches} = this.#browser.visitor;
    return {navigation, databases: {script, known: databases, caches: caches.all}};
  }

  /** What the scripts of the page that is about to be shown should know. */
  for(referrer: string | null, {databases, navigation: script}: PageParts): DocumentState {
    const {place, visitor, trail} = this.#browser;
    return {
      place,
      referrer: referrer?.replace(/#.*/s, '') ?? '',
      cookies: visitor.jar.scriptCookies,
      local: visitor.local.items,
      session: this.session.items,
      databases,
      ...(script !== undefined && {navigation: {script, ...trail}}),
    };
  }

  /** Forget what was for as long as the view is there. */
  clear(): void {
    this.session.clear();
  }
}
