import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface PrintingHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Renders at once. */
  renderNow(): void;
}

/** Paper has all files, in full and as they are now; afterwards all is as it was. */
export class Printing implements ReactiveController {
  readonly #host: PrintingHost;
  #unfolded: readonly HTMLDetailsElement[] = [];

  /** Whether what is rendered is for paper. */
  isOn = false;

  constructor(host: PrintingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
    // Where printing began before this was there, its event has passed.
    if (matchMedia('print').matches) void this.#host.updateComplete.then(this.#before);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
  }

  readonly #before = (): void => {
    this.isOn = true;
    this.#host.renderNow();
    const folds = this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('pre details');
    this.#unfolded = [...folds].filter(({open}) => !open);
    for (const fold of this.#unfolded) fold.open = true;
  };

  readonly #after = (): void => {
    this.isOn = false;
    for (const fold of this.#unfolded) fold.open = false;
    this.#host.renderNow();
  };
}
