import {type EntryNames, nameEntry} from '../protocol/frame-navigation.js';
import type {DocumentEntry} from '../protocol/frame-state.js';
import type {Navigation, ScrollPosition} from '../protocol/frame.js';
import type {HttpResponse} from '../protocol/http.js';

/** One place in the session history. */
export interface HistoryEntry {
  /** The request that led here, redirects followed; its URL has the fragment. */
  readonly navigation: Navigation;
  /** Neighbours of one document differ in what scripts made of it, or in their fragments only. */
  readonly document: number;
  /** What `history.state` is there: anything that can be cloned, as scripts gave it. */
  readonly state?: unknown;
  readonly names: EntryNames;
  /** What the Navigation API keeps with it, as scripts gave it. */
  readonly kept?: unknown;
  /** Whether scripts restore the scroll position by themselves. */
  readonly isManual?: boolean;
  /** Where the reader had scrolled to. */
  readonly position: ScrollPosition | null;
  /**
   * What the site answered to a request that must not be repeated just because somebody goes
   * back. `null` for a GET, which is simply made again.
   */
  readonly response: HttpResponse | null;
}

/** A session history as plain data. Responses and states stay behind: they belong to a living page. */
export interface HistoryState {
  readonly entries: readonly HistoryEntry[];
  /** Of the current entry; -1 where there is none. */
  readonly index: number;
}

/** Most entries kept, as browsers do. */
const CAPACITY = 50;

/** Where one has been, and where in it one is. */
export class SessionHistory {
  #entries: readonly HistoryEntry[];
  #index: number;

  /** @param state Where an earlier history was. */
  constructor(state: HistoryState = {entries: [], index: -1}) {
    this.#entries = state.entries;
    this.#index = state.index;
  }

  /** Where one is; `null` before the first page. */
  get current(): HistoryEntry | null {
    return this.at(0);
  }

  get entries(): readonly HistoryEntry[] {
    return this.#entries;
  }

  /** Of the current entry; -1 where there is none. */
  get index(): number {
    return this.#index;
  }

  get canGoBack(): boolean {
    return this.at(-1) !== null;
  }

  get canGoForward(): boolean {
    return this.at(1) !== null;
  }

  /** The entry so many steps from here, backwards where negative. */
  at(delta: number): HistoryEntry | null {
    return this.#entries[this.#index + delta] ?? null;
  }

  /** Goes on to a new entry; what lay ahead is forgotten. */
  push(entry: HistoryEntry): void {
    this.#entries = [...this.#entries.slice(0, this.#index + 1), entry].slice(-CAPACITY);
    this.#index = this.#entries.length - 1;
  }

  /** Puts another entry in the place of the current one, or starts with it. */
  replace(entry: HistoryEntry): void {
    if (this.current === null) this.push(entry);
    else this.#entries = this.#entries.with(this.#index, entry);
  }

  /** Goes on to another address or state of the same document, or has it where one is. */
  enter({url, state, kept, names}: DocumentEntry, replaces: boolean): void {
    const {current} = this;
    if (current === null) return;
    const navigation = {...current.navigation, url};
    const own = names ?? newNames(replaces ? current : null);
    const entry = {...current, navigation, state, kept, names: own};
    if (replaces) this.replace(entry);
    else this.push({...entry, position: null});
  }

  /** Takes note of something else about the current entry. */
  update(change: Partial<HistoryEntry>): void {
    if (this.current) this.replace({...this.current, ...change});
  }

  /** Goes to the entry so many steps from here; stays where there is none. */
  move(delta: number): void {
    if (this.at(delta) !== null) this.#index += delta;
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries = [];
    this.#index = -1;
  }

  /** Plain data for another history; bytes in it are `Uint8Array`s. */
  toJSON(): HistoryState {
    const left = {state: null, kept: null, response: null};
    const entries = this.#entries.map(entry => ({...entry, ...left}));
    return {entries, index: this.#index};
  }
}

/** @param replaced The entry whose place it takes. */
export function newNames(replaced: HistoryEntry | null): EntryNames {
  return {key: replaced?.names.key ?? nameEntry(), id: nameEntry()};
}
