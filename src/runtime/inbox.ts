/** Keeps what arrives until it is taken, in the order in which it came; to be iterated once. */
export class Inbox<Item> {
  readonly #items: Item[] = [];
  #closed: {readonly error?: unknown} | undefined;
  #wake: (() => void) | undefined;

  put(item: Item): void {
    if (this.#closed) return;
    this.#items.push(item);
    this.#wake?.();
  }

  /** Let the iteration end after what has arrived. */
  close(): void {
    this.#closed ??= {};
    this.#wake?.();
  }

  /** Let the iteration fail after what has arrived. */
  fail(error: unknown): void {
    this.#closed ??= {error};
    this.#wake?.();
  }

  /** Forget what has arrived and was not taken. */
  clear(): void {
    this.#items.length = 0;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for (;;) {
      for (let item = this.#items.shift(); item !== undefined; item = this.#items.shift()) {
        yield item;
      }
      if (this.#closed) break;
      await new Promise<void>(resolve => (this.#wake = resolve));
    }
    if ('error' in this.#closed) throw this.#closed.error;
  }
}
