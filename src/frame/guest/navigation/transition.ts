import type {NavigationKind} from '../../../protocol/frame-navigation.js';
import type {HistoryEntry} from './entries.js';
import type {Destination} from './events.js';

export interface TransitionFields {
  readonly kind: NavigationKind;
  readonly from: HistoryEntry;
  readonly to: Destination;
  readonly committed: Promise<void>;
  readonly finished: Promise<void>;
}

/** `NavigationTransition`: a move that handlers are at work on. */
export class Transition {
  readonly #fields: TransitionFields;

  constructor(fields: TransitionFields) {
    this.#fields = fields;
  }

  get navigationType(): NavigationKind {
    return this.#fields.kind;
  }

  get from(): HistoryEntry {
    return this.#fields.from;
  }

  get to(): Destination {
    return this.#fields.to;
  }

  get committed(): Promise<void> {
    return this.#fields.committed;
  }

  get finished(): Promise<void> {
    return this.#fields.finished;
  }
}
