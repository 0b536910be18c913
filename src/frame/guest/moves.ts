import type {DocumentEntry, HistoryPlace} from '../../protocol/frame-state.js';
import {say} from './host.js';

/** A move that a script, a link or a form is about to make. */
export interface Move {
  readonly kind: 'push' | 'replace' | 'reload';
  /** Absolute; perhaps of another site. */
  readonly url: string;
  /** Whether it stays in this document. */
  readonly isWithin: boolean;
  /** What `history.state` is to be there. */
  readonly state?: unknown;
  readonly cause?: Cause | undefined;
}

/** Where a move comes from, if not from a script. */
export interface Cause {
  /** The link, the form or its button. */
  readonly element: Element;
  /** Whether it was the reader. */
  readonly isUsers: boolean;
  /** What a form posts. */
  readonly formData?: FormData | undefined;
  /** The link's `download`. */
  readonly download?: string | null;
}

/** What has a say in moves: the Navigation API where scripts use it, or nobody. */
export interface Moves {
  /**
   * Called before a move is made.
   *
   * @returns What goes with the request for another document; `null` where nothing is to be done.
   */
  allow(move: Move): {readonly kept?: unknown} | null;
  /**
   * The document has given itself another entry.
   *
   * @param send Says so to the host.
   */
  enter(entry: DocumentEntry, replaces: boolean, send: (entry: DocumentEntry) => void): void;
  /** A script goes through the history; never 0. */
  traverse(delta: number): void;
  /**
   * The host has gone to another entry of this document.
   *
   * @param come Takes note of it.
   * @param announce Tells scripts, and scrolls unless told not to.
   */
  arrive(there: HistoryPlace, come: () => void, announce: (scrolls: boolean) => void): void;
}

/** Says to the host that a script goes through the history; 0 is a reload. */
export function askToTraverse(delta: number): void {
  say({kind: 'traverse', delta});
}

export let moves: Moves = {
  allow: () => ({}),
  enter: (entry, _replaces, send) => send(entry),
  traverse: askToTraverse,
  arrive(_there, come, announce) {
    come();
    announce(true);
  },
};

/** From now on somebody has a say. */
export function watchMoves(watch: Moves): void {
  moves = watch;
}

/** Asks for the document once more. */
export function reload(url: string): void {
  if (moves.allow({kind: 'reload', url, isWithin: false})) askToTraverse(0);
}
