/**
 * What a document whose scripts name the Navigation API knows of the session history: more than
 * others do, which have no use for it.
 */

/** What the script that stands in for the Navigation API is called by. */
export const START_NAVIGATION = 'djangoPlaygroundNavigation';

/** What an entry of the session history is known by. */
export interface EntryNames {
  /** The place among the entries, which what replaces an entry takes over. */
  readonly key: string;
  /** The entry itself. */
  readonly id: string;
}

/** An entry of the session history as a document sees it. */
export interface KnownEntry extends EntryNames {
  /** Absolute, fragment included. */
  readonly url: string;
  /** Entries of one document have the same number. */
  readonly document: number;
  /** What `getState()` gives: anything that can be cloned. */
  readonly kept: unknown;
}

export type NavigationKind = 'push' | 'replace' | 'reload' | 'traverse';

/** How a document came to be shown. */
export interface Arrival {
  readonly kind: NavigationKind;
  /** Where one was before; `null` for the first document of all. */
  readonly from: KnownEntry | null;
}

/** The session history as it is when a document comes. */
export interface Trail {
  readonly entries: readonly KnownEntry[];
  readonly arrival: Arrival;
}

/** What a document whose scripts name the Navigation API gets. */
export interface NavigationStart extends Trail {
  /** The script that stands in for it. */
  readonly script: string;
}

/** Taken before scripts of a site may make it give them what they expect. */
const {random} = Math;

/** Makes a name for an entry that nothing else has: a UUID, as browsers do. */
export function nameEntry(): string {
  const digits = Array.from({length: 32}, () => Math.floor(random() * 16).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');
}
