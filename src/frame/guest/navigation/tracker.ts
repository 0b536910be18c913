import type {Entry, HistoryEntry} from './entries.js';

/** A promise with what settles it; nobody has to care that it fails. */
export class Settled<Value> {
  readonly promise: Promise<Value>;
  resolve: (value: Value) => void = () => {};
  reject: (reason: unknown) => void = () => {};

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.promise.catch(() => {});
  }
}

/** What `navigate()`, `reload()`, `back()` and the like promise. */
export interface Result {
  readonly committed: Promise<HistoryEntry>;
  readonly finished: Promise<HistoryEntry>;
}

/** A move that a script has asked the API for. */
export class Tracker {
  readonly info: unknown;
  /** State for the entry, cloned. */
  readonly kept: unknown;
  readonly #committed = new Settled<HistoryEntry>();
  readonly #finished = new Settled<HistoryEntry>();
  #entry: HistoryEntry | null = null;

  constructor(info: unknown, kept: unknown) {
    this.info = info;
    this.kept = kept;
  }

  get result(): Result {
    return {committed: this.#committed.promise, finished: this.#finished.promise};
  }

  /** One is there. */
  commit({face}: Entry): void {
    this.#entry ??= face;
    this.#committed.resolve(this.#entry);
  }

  /** Handlers have done their part. */
  finish(): void {
    if (this.#entry) this.#finished.resolve(this.#entry);
  }

  fail(error: unknown): void {
    this.#committed.reject(error);
    this.#finished.reject(error);
  }
}

/** What a call comes to that goes nowhere. */
export function failed(error: unknown): Result {
  return {committed: Promise.reject(error), finished: rejected(error)};
}

function rejected(error: unknown): Promise<never> {
  const promise = Promise.reject(error);
  promise.catch(() => {});
  return promise;
}
