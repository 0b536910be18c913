/**
 * What a document in the output frame is told of its history and of what its visitor keeps, and
 * what it does to them. Scripts read all of that at once, so the guest has a copy.
 */
import type {CacheChange, KeptCache} from './frame-caches.js';
import type {EntryNames, NavigationStart} from './frame-navigation.js';
import type {ScrollPosition} from './frame.js';

/** What scripts of the site are given instead of `location`. */
export const GUEST_LOCATION = 'djangoPlaygroundLocation';

/**
 * A function: given a window or document it answers with one whose `location` is the guest's,
 * given anything else with that.
 */
export const GUEST_OF = 'djangoPlaygroundOf';

/** Marks a `<base>` that the page itself does not have: it follows the document's address. */
export const OWN_BASE = 'data-django-playground';

/** An entry of the session history that a document made, or that it is in. */
export interface DocumentEntry {
  /** Absolute URL on the site, fragment included. */
  readonly url: string;
  /** What `history.state` is there: anything that can be cloned. */
  readonly state: unknown;
  /** Of an entry that the document made: the host gives it others where it has none. */
  readonly names?: EntryNames | undefined;
  /** What the Navigation API keeps with it: anything that can be cloned. */
  readonly kept?: unknown;
}

/** Where in the session history a document is. */
export interface HistoryPlace extends DocumentEntry {
  /** Of the entry, from 0. */
  readonly index: number;
  /** How many entries there are. */
  readonly length: number;
  /** Whether scripts restore the scroll position by themselves. */
  readonly isManual: boolean;
  /** Where the reader had scrolled to; without it the fragment decides. */
  readonly position?: ScrollPosition | undefined;
}

/** A cookie that scripts may read. */
export interface ScriptCookie {
  readonly name: string;
  readonly value: string;
  /** What the document's path must lie at or below. */
  readonly path: string;
  /** Milliseconds since 1970; `null` for one that lasts as long as the session. */
  readonly expires: number | null;
}

/** Which storage: the visitor's `localStorage`, or the view's `sessionStorage`. */
export type StorageName = 'local' | 'session';

/** What a storage holds, in the order in which it came. */
export type StorageItems = readonly (readonly [key: string, value: string])[];

/** Most characters that a storage holds, keys included. */
export const STORAGE_QUOTA = 5 * 1024 * 1024;

export interface StorageChange {
  readonly storage: StorageName;
  /** `null` where everything was taken away. */
  readonly key: string | null;
  /** `null` where it was taken away. */
  readonly value: string | null;
}

/** What the guest calls to start what stands in for IndexedDB and Cache. */
export const START_DATABASES = 'djangoPlaygroundDatabases';

/** A store of a database, with its indexes and all that is in it. */
export interface StoreDump {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
    readonly multiEntry: boolean;
  }[];
  readonly entries: readonly (readonly [key: unknown, value: unknown])[];
}

/** A database of IndexedDB's kind. */
export interface DatabaseDump {
  readonly name: string;
  /** 0 where it has been deleted. */
  readonly version: number;
  readonly stores: readonly StoreDump[];
}

/** All that scripts keep in a visitor's storages. */
export interface Storages {
  readonly local: StorageItems;
  readonly session: StorageItems;
  readonly databases: readonly DatabaseDump[];
  readonly caches?: readonly KeptCache[];
}

/** What a document whose scripts name `indexedDB` or `caches` gets. */
export interface Databases {
  /** The script that stands in for both. */
  readonly script: string;
  /** What earlier documents left. */
  readonly known: readonly DatabaseDump[];
  readonly caches: readonly KeptCache[];
}

/** What {@link START_DATABASES} names. */
export type StartDatabases = (databases: Databases, tell: (told: StateMessage) => void) => void;

/** What a document knows from the start. */
export interface DocumentState {
  readonly place: HistoryPlace;
  /** What `document.referrer` is, `''` for none. */
  readonly referrer: string;
  /** Older ones first. */
  readonly cookies: readonly ScriptCookie[];
  readonly local: StorageItems;
  readonly session: StorageItems;
  readonly databases?: Databases | undefined;
  readonly navigation?: NavigationStart | undefined;
}

/** Guest to host. */
export type StateMessage =
  /** The document has another address or state, by a jump within it or by a script's hand. */
  | {readonly kind: 'entry'; readonly entry: DocumentEntry; readonly replaces: boolean}
  /** A script goes through the history; 0 is a reload. */
  | {readonly kind: 'traverse'; readonly delta: number}
  /** A script has the Navigation API keep something else with this entry. */
  | {readonly kind: 'kept'; readonly kept: unknown}
  /** A script sets whether it restores the scroll position of this entry itself. */
  | {readonly kind: 'restoration'; readonly isManual: boolean}
  /** A script has set `document.cookie`; `turn` counts how often it has. */
  | {readonly kind: 'cookie'; readonly text: string; readonly turn: number}
  | {readonly kind: 'storage'; readonly changes: readonly StorageChange[]}
  | {readonly kind: 'database'; readonly dump: DatabaseDump}
  | {readonly kind: 'caches'; readonly changes: readonly CacheChange[]};

/** Host to guest. */
export type StateNotice =
  /** The reader or a script has come to another entry of the same document. */
  | {readonly kind: 'entered'; readonly place: HistoryPlace}
  /** What scripts may read now, from when the guest had set so many. */
  | {readonly kind: 'cookies'; readonly cookies: readonly ScriptCookie[]; readonly turn: number}
  /** A storage was changed by the document at that URL. */
  | {readonly kind: 'stored'; readonly change: StorageChange; readonly url: string};
