import type {ReactiveControllerHost} from 'lit';

/** A part of the pane that is loaded when it is first wanted. */
export class LatePart<Part> {
  readonly #host: ReactiveControllerHost;
  readonly #import: () => Promise<Part>;
  #loading: Promise<Part> | undefined;

  /** It, once it is there. */
  value: Part | undefined;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#import = load;
  }

  /** @returns `undefined` where it cannot be loaded; the next call tries again. */
  async load(): Promise<Part | undefined> {
    try {
      this.value = await (this.#loading ??= this.#import());
      this.#host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      console.warn(error);
    }
    return this.value;
  }
}
