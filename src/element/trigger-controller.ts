import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** When a playground starts by itself. */
export type Trigger = 'click' | 'visible' | 'load';

/** How far below the screen an element counts as about to be visible. */
const MARGIN = '200px';

export interface TriggerHost extends ReactiveControllerHost, HTMLElement {
  readonly runOn: Trigger;
  run(): Promise<void>;
}

/** A playground is connected whenever it is moved. */
const known = new WeakSet<Element>();

/** Start a site by itself, when the author asked for it. */
export function watchTrigger(host: TriggerHost): void {
  if (known.has(host)) return;
  known.add(host);
  host.addController(new TriggerController(host));
  host.requestUpdate();
}

/** Starts the site once. */
class TriggerController implements ReactiveController {
  readonly #host: TriggerHost;
  #observer: IntersectionObserver | undefined;
  #fired = false;

  constructor(host: TriggerHost) {
    this.#host = host;
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
    // Nobody waits for it, and its failure is already shown.
    this.#host.run().catch(() => {});
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
