import type {KnownEntry} from '../../../protocol/frame-navigation.js';

const {structuredClone} = window;

/** An entry with what scripts are given of it. */
export interface Entry extends KnownEntry {
  kept: unknown;
  readonly face: HistoryEntry;
}

/** `NavigationHistoryEntry`. */
export class HistoryEntry extends EventTarget {
  readonly #entry: KnownEntry;
  readonly #entries: Entries;

  constructor(entry: KnownEntry, entries: Entries) {
    super();
    this.#entry = entry;
    this.#entries = entries;
  }

  get key(): string {
    return this.#entry.key;
  }

  get id(): string {
    return this.#entry.id;
  }

  get url(): string {
    return this.#entry.url;
  }

  /** -1 once it is no longer part of the history. */
  get index(): number {
    return this.#entries.indexOf(this.#entry);
  }

  get sameDocument(): boolean {
    return this.#entries.isOfDocument(this.#entry);
  }

  getState(): unknown {
    return structuredClone(this.#entry.kept);
  }
}

/** The session history as the document knows it. */
export class Entries {
  #list: readonly Entry[];
  #index: number;
  readonly #document: number | undefined;

  /** @param index Of the current one. */
  constructor(known: readonly KnownEntry[], index: number) {
    this.#list = known.map(entry => this.#make(entry));
    this.#index = index;
    this.#document = known[index]?.document;
  }

  get all(): readonly Entry[] {
    return this.#list;
  }

  /** @throws DOMException `InvalidStateError` in a document that is in no history. */
  get current(): Entry {
    const current = this.#list[this.#index];
    if (current) return current;
    throw new DOMException('The document is not in the history.', 'InvalidStateError');
  }

  at(index: number): Entry | undefined {
    return this.#list[index];
  }

  find(wanted: string | undefined): Entry | undefined {
    return this.#list.find(({key}) => key === wanted);
  }

  indexOf({id}: KnownEntry): number {
    return this.#list.findIndex(entry => entry.id === id);
  }

  isOfDocument({document}: KnownEntry): boolean {
    return document === this.#document;
  }

  /** Has been told that one is at another entry. */
  move(entry: Entry): void {
    this.#index = this.indexOf(entry);
  }

  /**
   * Adds an entry of this document behind the current one, or puts it in its place.
   *
   * @param length How many there are then.
   * @returns Those that are there no longer.
   */
  add(added: Omit<KnownEntry, 'document'>, replaces: boolean, length: number): readonly Entry[] {
    const before = this.#list;
    const entry = this.#make({...added, document: this.#document ?? 0});
    this.#list = replaces
      ? before.with(this.#index, entry)
      : [...before.slice(0, this.#index + 1), entry].slice(-length);
    if (!replaces) this.#index = this.#list.length - 1;
    return before.filter(known => !this.#list.includes(known));
  }

  #make(known: KnownEntry): Entry {
    const entry: KnownEntry & {face?: HistoryEntry} = {...known};
    return Object.assign(entry, {face: new HistoryEntry(entry, this)});
  }
}
