import type {Trail} from '../../../protocol/frame-navigation.js';
import type {DocumentEntry, HistoryPlace} from '../../../protocol/frame-state.js';
import type {Moves} from '../moves.js';

/** What the guest does for the Navigation API. */
export interface Means {
  /** Gives objects of a class the properties `onnavigate` and the like. */
  defineHandlers(prototype: EventTarget, types: readonly string[]): void;
  currentPlace(): HistoryPlace;
  /** Makes an address absolute; `null` where it is none. */
  resolve(address: string): URL | null;
  isOnSite(url: URL): boolean;
  /** Goes to an address of whichever kind, in the place of where one is before the document has loaded. */
  go(url: URL, replaces?: boolean): void;
  /** Gives the document another entry. */
  enter(entry: DocumentEntry, replaces: boolean): void;
  reload(): void;
  /** Asks the host to go through the history. */
  traverse(delta: number): void;
  /** Has the host keep something else with the current entry. */
  keep(kept: unknown): void;
  /** Scrolls where the reader was, to the fragment or to the top. */
  scrollBack(): void;
  /** Scrolls to the fragment of an address, or to the top. */
  scrollAnew(url: string): void;
}

/** What the script puts into the window for the guest. */
export type StartNavigation = (known: Trail, means: Means) => Moves;
