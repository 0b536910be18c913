import type {NavigationKind} from '../../../protocol/frame-navigation.js';
import type {HistoryEntry} from './entries.js';
import type {Destination} from './events.js';
import {Settled} from './tracker.js';

/** `NavigationTransition`: a move that handlers are at work on. */
export class Transition {
  readonly navigationType: NavigationKind;
  readonly from: HistoryEntry;
  readonly to: Destination;
  readonly committed: Promise<void>;
  readonly finished: Promise<void>;

  constructor(
    kind: NavigationKind,
    from: HistoryEntry,
    to: Destination,
    committed: Settled<void>,
    finished: Settled<void>,
  ) {
    this.navigationType = kind;
    this.from = from;
    this.to = to;
    this.committed = committed.promise;
    this.finished = finished.promise;
  }
}
