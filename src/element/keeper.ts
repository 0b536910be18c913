import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js';
import type {Storages} from '../protocol/frame-state.js';
import type {StoredFile, ProjectFile} from '../protocol/project.js';
import type {SavedFiles, SavedSite, SavedState, SavedVisitor} from '../protocol/storage.js';
import {sharedStorage} from './shared-storage.js';

/** A site with what the reader made of its files. */
export type Work = SavedFiles & SavedSite;

const EMPTY: Storages = {local: [], session: [], databases: []};

const PARTS = ['local', 'session', 'databases', 'caches'] as const;

const NOTHING: Work = {edits: {}, written: [], cookies: []};

/** What a reader did to one playground, in the browser's storage. Loaded when it is needed. */
export class Keeper {
  readonly #key: string;
  /** What storage holds; `undefined` where that is nothing. */
  #stored: SavedState | undefined;
  /** What comes about before the reader has done anything, and is not worth storing. */
  #untouched: Work | undefined;

  /** @param key Names the playground. */
  constructor(key: string) {
    this.#key = key;
  }

  /** Whether storage holds anything. */
  get isKeeping(): boolean {
    return this.#stored !== undefined;
  }

  async read(): Promise<SavedState | undefined> {
    this.#stored = await sharedStorage().states.read(this.#key);
    return this.#stored;
  }

  /** Take note of a site that has shown its first page. */
  noteStarted(site: SavedSite): void {
    this.#untouched ??= {...site, edits: {}};
  }

  /** Store it, unless storage holds it already or it would come about by itself. */
  save(version: string, work: Work): void {
    const untouched = isSame(work, this.#untouched ?? NOTHING);
    if (this.#stored ? isSame(work, this.#stored) && version === this.#stored.version : untouched) {
      return;
    }
    if (untouched) return this.forget();
    this.#stored = {...work, version, savedAt: Date.now()};
    void sharedStorage().states.write(this.#key, this.#stored);
  }

  forget(): void {
    this.#stored = undefined;
    void sharedStorage().states.remove(this.#key);
  }

  /** Forget it, and that the site was ever started. */
  reset(): void {
    this.#untouched = undefined;
    this.forget();
  }
}

/**
 * Names what a state depends on.
 *
 * @param files The author's, unchanged.
 * @param attributes Those that decide what data the site has.
 */
export function versionOf(files: readonly ProjectFile[], attributes: readonly unknown[]): string {
  const hash = sha256.create();
  const add = (...parts: unknown[]): unknown => hash.update(utf8ToBytes(JSON.stringify(parts)));
  add(...attributes);
  for (const {path, content, hidden, readonly} of files) {
    const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
    add(path, hidden, readonly, bytes.length);
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}

function isSame(one: Work, other: Work): boolean {
  return (
    isSameVisitor(one, other) &&
    isSameList(one.visitors, other.visitors, isSameVisitor) &&
    isSameJson(one.edits, other.edits) &&
    isSameJson(one.removed, other.removed) &&
    isSameJson(one.order, other.order) &&
    isSameJson(one.ran, other.ran) &&
    isSameFiles(one.bytes ?? [], other.bytes ?? []) &&
    isSameFiles(one.written, other.written)
  );
}

function isSameVisitor(one: SavedVisitor, other: SavedVisitor): boolean {
  return (
    one.address === other.address &&
    isSameJson(one.cookies, other.cookies) &&
    isSameStorages(one.storages, other.storages)
  );
}

/** What scripts keep can be large, and more than JSON; a list of it is never changed, only replaced. */
function isSameStorages(one: Storages = EMPTY, other: Storages = EMPTY): boolean {
  return PARTS.every(part => {
    const isEmpty = !one[part]?.length && !other[part]?.length;
    return isEmpty || one[part] === other[part];
  });
}

function isSameList<Item>(
  ones: readonly Item[] = [],
  others: readonly Item[] = [],
  isSameItem: (one: Item, other: Item) => boolean,
): boolean {
  return (
    ones.length === others.length &&
    ones.every((one, index) => isSameItem(one, others[index] as Item))
  );
}

function isSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Bytes are never changed, only replaced by others. */
function isSameFiles(files: readonly StoredFile[], others: readonly StoredFile[]): boolean {
  const contents = new Map(others.map(({path, content}) => [path, content]));
  return (
    files.length === others.length &&
    files.every(({path, content}) => contents.get(path) === content)
  );
}
