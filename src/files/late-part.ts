import type {ReactiveControllerHost} from 'lit';

/** A part of the pane that is loaded when it is first wanted. */
export class LatePart<Part> {
  readonly #host: ReactiveControllerHost;
  readonly #import: () => Promise<Part>;
  #loading: Promise<Part> | undefined;

  /** It, once it is there. */
  value: Part | undefined;

  /** Whether it could not be loaded when it was last tried. */
  hasFailed = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#import = load;
  }

  get isLoading(): boolean {
    return this.#loading !== undefined && this.value === undefined;
  }

  /** Load it unless that was tried before. */
  want(): void {
    if (!this.#loading && !this.hasFailed) void this.load();
  }

  /** @returns `undefined` where it cannot be loaded; the next call tries again. */
  async load(): Promise<Part | undefined> {
    if (this.value) return this.value;
    try {
      this.value = await (this.#loading ??= this.#import());
      this.hasFailed = false;
    } catch (error) {
      this.#loading = undefined;
      this.hasFailed = true;
      console.warn(error);
    }
    this.#host.requestUpdate();
    return this.value;
  }
}
