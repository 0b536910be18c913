import type {ScrollPosition} from '../protocol/frame.js';
import type {HttpResponse} from '../protocol/http.js';
import type {HistoryEntry} from './session-history.js';

/** A page to be shown. Nothing has changed in the history before it is committed. */
export interface PageVisit {
  readonly kind: 'page';
  /** Absolute URL, fragment included. */
  readonly url: string;
  readonly response: HttpResponse;
  /** Where to scroll to on the way back; `null` leaves it to the fragment. */
  readonly position: ScrollPosition | null;
  /** Aborted once another navigation has begun: what is still being made of it is in vain. */
  readonly signal: AbortSignal;
  readonly entry: HistoryEntry;
  readonly placement: Placement;
}

/** Where a visit goes in the history: a new entry, the current one, or one so many steps away; 0 is a reload. */
export type Placement = 'push' | 'replace' | {readonly delta: number};

/** What came of a navigation. */
export type Visit =
  | PageVisit
  /** A jump within the document that is shown, already part of the history. */
  | {readonly kind: 'fragment'; readonly url: string}
  /** It leads, or was redirected, to another site; the history is as it was. */
  | {readonly kind: 'external'; readonly url: string};
