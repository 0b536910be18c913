import {PlaygroundError, type Failure} from '../protocol/failure.js';
import type {Interpreter} from './interpreter.js';

/** What an interpreter is there for. */
export type Role =
  /** Nobody's yet, or at work in the background: the first to go. */
  | 'spare'
  /** On its way, or has not answered its session yet: it stays. */
  | 'starting'
  /** Serves a session; it can be put to sleep while it has nothing to do. */
  | 'serving';

/** A place for one live interpreter. */
export interface Slot {
  role: Role;
  /** Not there while it starts. */
  interpreter?: Interpreter;
  /** Ends a start that is under way. */
  readonly abort: AbortController;
  /** When it last had something to do, as a number that only grows. */
  usedAt: number;
}

const ASLEEP: Failure = {
  code: 'asleep',
  message: 'The site was put to sleep to make room for another; it wakes when it is used again.',
};

/**
 * The places for live interpreters, of which there are only so many. Where all are taken, a spare
 * gives up its place; then the interpreter that has had nothing to do for longest; where all are at
 * work, one waits.
 */
export class Slots {
  readonly #bound: number;
  readonly #slots = new Set<Slot>();
  readonly #waiting = new Set<() => void>();
  #clock = 0;

  /** @param bound The most interpreters that may be alive at a time. */
  constructor(bound: number) {
    this.#bound = bound;
  }

  /** How many interpreters are alive or starting. */
  get taken(): number {
    return this.#slots.size;
  }

  get full(): boolean {
    return this.taken >= this.#bound;
  }

  /** Take a place, and wait for one where need be. */
  async take(role: Role, signal?: AbortSignal): Promise<Slot> {
    signal?.throwIfAborted();
    while (this.full && !this.#evict()) {
      await this.#change(signal);
      signal?.throwIfAborted();
    }
    const slot: Slot = {role, abort: new AbortController(), usedAt: ++this.#clock};
    this.#slots.add(slot);
    return slot;
  }

  /**
   * Put an interpreter that is started into its place, which is free again once it has ended or did
   * not come.
   */
  async fill(
    slot: Slot,
    start: (signal: AbortSignal) => Promise<Interpreter>,
  ): Promise<Interpreter> {
    const {signal} = slot.abort;
    try {
      const interpreter = await start(signal);
      // Whoever started it may have been done with it before it lost its place.
      if (signal.aborted) interpreter.stop(ASLEEP);
      signal.throwIfAborted();
      slot.interpreter = interpreter;
      interpreter.addEventListener('death', () => this.free(slot));
      interpreter.addEventListener('idle', () => this.#use(slot));
      if (!interpreter.alive) this.free(slot);
      return interpreter;
    } catch (error) {
      this.free(slot);
      throw error;
    }
  }

  /** Give a place back, and end what is in it. */
  free(slot: Slot): void {
    if (!this.#slots.delete(slot)) return;
    slot.abort.abort(new PlaygroundError(ASLEEP));
    slot.interpreter?.stop(ASLEEP);
    this.#notify();
  }

  /** The place of an interpreter that is alive. */
  of(interpreter: Interpreter): Slot | undefined {
    return [...this.#slots].find(slot => slot.interpreter === interpreter);
  }

  setRole(slot: Slot, role: Role): void {
    slot.role = role;
    this.#use(slot);
  }

  /** Wait until nothing is starting or has something to do. */
  async rest(): Promise<void> {
    while ([...this.#slots].some(isBusy)) await this.#change();
  }

  #use(slot: Slot): void {
    slot.usedAt = ++this.#clock;
    this.#notify();
  }

  /** @returns whether there is a place more. */
  #evict(): boolean {
    const slots = [...this.#slots].toSorted((one, other) => one.usedAt - other.usedAt);
    const victim =
      slots.find(({role}) => role === 'spare') ??
      slots.find(slot => slot.role === 'serving' && !isBusy(slot));
    if (victim) this.free(victim);
    return victim !== undefined;
  }

  #change(signal?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.add(resolve);
      signal?.addEventListener('abort', () => resolve(), {once: true});
    });
  }

  #notify(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

function isBusy({role, interpreter}: Slot): boolean {
  return role === 'starting' || interpreter?.busy === true;
}
