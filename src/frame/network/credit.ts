import {WINDOW} from '../../protocol/http.js';

/** How much is on its way to a guest that has not taken it yet. */
export class Credit {
  #sent = 0;
  #wake: () => void = () => {};

  /** Takes note of what was sent; settles once the guest has taken enough for more. */
  async use(size: number): Promise<void> {
    this.#sent += size;
    while (this.#sent >= WINDOW) await new Promise<void>(resolve => (this.#wake = resolve));
  }

  /** The guest has taken so much. */
  restore(size: number): void {
    this.#sent -= size;
    this.#wake();
  }

  /** Nobody waits any more. */
  end(): void {
    this.restore(Infinity);
  }
}
