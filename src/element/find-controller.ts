import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Finding} from '../protocol/interpreter.js';
import {PlaygroundCommandEvent, PlaygroundRequestEvent} from './console-events.js';
import {PlaygroundStateEvent} from './events.js';

/** Milliseconds without a request before the checks are run, which take Python some time. */
const QUIET = 1500;

/** Runs the project's checks once it is loaded and nobody waits for it. */
export class FindController implements ReactiveController {
  readonly #find: () => Promise<readonly Finding[]>;
  readonly #onFound: (findings: readonly Finding[]) => void;
  #timer: number | undefined;
  #isWanted = false;

  /**
   * @param find Runs the checks.
   * @param onFound Told each time what they found.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    find: () => Promise<readonly Finding[]>,
    onFound: (findings: readonly Finding[]) => void,
  ) {
    this.#find = find;
    this.#onFound = onFound;
    host.addEventListener(PlaygroundStateEvent.type, ({state, previous}) => {
      if (state === 'ready') this.#wait(this.#isWanted || previous === 'starting');
      else if (state !== 'busy') this.#wait(false);
    });
    host.addEventListener(PlaygroundRequestEvent.type, () => this.#wait(this.#isWanted));
    // It may have made the migration that was missing.
    host.addEventListener(PlaygroundCommandEvent.type, () => this.#wait(true));
  }

  hostDisconnected(): void {
    this.#wait(false);
  }

  #wait(isWanted: boolean): void {
    this.#isWanted = isWanted;
    clearTimeout(this.#timer);
    if (isWanted) this.#timer = setTimeout(() => whenIdle(() => void this.#run()), QUIET);
  }

  async #run(): Promise<void> {
    if (!this.#isWanted) return;
    this.#isWanted = false;
    try {
      this.#onFound(await this.#find());
    } catch {
      // The interpreter was stopped meanwhile. What the project does wrong is told as a request's.
    }
  }
}

function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act);
  else act();
}
