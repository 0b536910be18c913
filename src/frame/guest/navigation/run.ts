import type {NavigationKind} from '../../../protocol/frame-navigation.js';
import type {Cause} from '../moves.js';
import type {Entry} from './entries.js';
import {type Destination, type Intercepted, NavigateEvent} from './events.js';
import {Settled, type Tracker} from './tracker.js';
import {Transition} from './transition.js';

export interface RunOptions {
  readonly kind: NavigationKind;
  readonly destination: Destination;
  /** What the move is kept with. */
  readonly kept: unknown;
  /** The call that it comes of. */
  readonly tracker?: Tracker | null | undefined;
  readonly cause?: Partial<Cause> | undefined;
  readonly cancelable: boolean;
  readonly canIntercept: boolean;
  /** Whether it leads to a fragment, and not to an address that a script made up. */
  readonly isJump: boolean;
  /** Absolute URL of where one is. */
  readonly url: string;
  /** Scrolls to where the move leads. */
  readonly scroll: () => void;
}

/** One move, from the question to scripts to the last of their handlers. */
export class Run implements Intercepted {
  readonly options: RunOptions;
  readonly handlers: (() => unknown)[] = [];
  readonly #aborting = new AbortController();
  readonly #committed = new Settled<void>();
  readonly #finished = new Settled<void>();
  #event: NavigateEvent | null = null;
  isAsking = false;
  stage: Intercepted['stage'];
  focusReset: Intercepted['focusReset'] = 'after-transition';
  scrolling: Intercepted['scrolling'] = 'after-transition';
  transition: Transition | null = null;

  constructor(options: RunOptions) {
    this.options = options;
  }

  get isAborted(): boolean {
    return this.#aborting.signal.aborted;
  }

  /** @returns Whether scripts let it go on. */
  ask(target: EventTarget): boolean {
    const {kind, destination, tracker, cause, cancelable, canIntercept, isJump, url} = this.options;
    const [here] = url.split('#', 1);
    const event = new NavigateEvent(
      'navigate',
      {
        cancelable,
        canIntercept,
        destination,
        navigationType: kind,
        hashChange: isJump && destination.url !== url && destination.url.split('#', 1)[0] === here,
        signal: this.#aborting.signal,
        info: tracker?.info,
        userInitiated: cause?.isUsers ?? false,
        sourceElement: cause?.element ?? null,
        formData: cause?.formData ?? null,
        downloadRequest: cause?.download ?? null,
      },
      this,
    );
    this.#event = event;
    this.isAsking = true;
    const goesOn = target.dispatchEvent(event);
    this.isAsking = false;
    return goesOn;
  }

  /** Handlers take over. */
  begin({face}: Entry): Transition {
    const {kind, destination} = this.options;
    this.stage = 'committed';
    const keepFocus = (): void => {
      this.focusReset = 'manual';
    };
    document.addEventListener('focusin', keepFocus, {once: true, signal: this.#aborting.signal});
    this.transition = new Transition({
      kind,
      from: face,
      to: destination,
      committed: this.#committed.promise,
      finished: this.#finished.promise,
    });
    return this.transition;
  }

  /** One is there. */
  commit(entry: Entry): void {
    this.options.tracker?.commit(entry);
    this.#committed.resolve();
  }

  /** Runs what scripts gave; resolves when all of it is done. */
  async handle(): Promise<void> {
    const results = this.handlers.map(async handler => handler());
    // Even without any, whoever asked for the move hears first that it was made.
    await Promise.all([Promise.resolve(), ...results]);
  }

  /** Handlers have done, or failed: focus and scroll as with another document. */
  leave(hasFailed: boolean): void {
    const {stage} = this;
    if (stage === undefined) return;
    if (this.focusReset === 'after-transition') resetFocus();
    if (!hasFailed && this.scrolling === 'after-transition') this.scroll();
    this.stage = 'finished';
  }

  scroll(): void {
    if (this.stage !== 'committed') return;
    this.stage = 'scrolled';
    this.options.scroll();
  }

  finish(): void {
    this.options.tracker?.finish();
    this.#finished.resolve();
  }

  abort(error: unknown): void {
    if (this.isAsking) this.#event?.preventDefault();
    this.#aborting.abort(error);
  }

  fail(error: unknown): void {
    this.options.tracker?.fail(error);
    this.#committed.reject(error);
    this.#finished.reject(error);
  }
}

/** As in a new document. What Tab leads to follows from where one scrolls afterwards. */
function resetFocus(): void {
  const first = document.querySelector<HTMLElement>('[autofocus]');
  const {activeElement} = document;
  if (first) first.focus();
  else if (activeElement !== document.body) (activeElement as HTMLElement | null)?.blur();
}
