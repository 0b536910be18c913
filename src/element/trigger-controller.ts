import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** When a playground starts by itself. */
export type Trigger = 'click' | 'visible' | 'load';

/** How far below the screen an element counts as about to be visible. */
const MARGIN = '200px';

/** Starts the site once, when the author asked for it. */
export class TriggerController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & {readonly runOn: Trigger};
  readonly #start: () => void;
  #observer: IntersectionObserver | undefined;
  #fired = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement & {readonly runOn: Trigger},
    start: () => void,
  ) {
    this.#host = host;
    this.#start = start;
    host.addController(this);
  }

  hostUpdated(): void {
    const {runOn} = this.#host;
    if (this.#fired || !this.#host.isConnected) return;
    if (runOn === 'load') this.#fire();
    else if (runOn === 'visible') this.#observe();
    else this.#unobserve();
  }

  hostDisconnected(): void {
    this.#unobserve();
  }

  #fire(): void {
    this.#fired = true;
    this.#unobserve();
    this.#start();
  }

  #observe(): void {
    if (this.#observer) return;
    this.#observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) this.#fire();
      },
      {rootMargin: MARGIN},
    );
    this.#observer.observe(this.#host);
  }

  #unobserve(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
