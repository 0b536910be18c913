import {STORAGE_QUOTA, type StorageItems} from '../protocol/frame-state.js';

/** What scripts of the site keep in `localStorage` or `sessionStorage`, while the page lives. */
export class StorageArea {
  readonly #items: Map<string, string>;
  #size = 0;

  /** @param items What an earlier one held. */
  constructor(items: StorageItems = []) {
    this.#items = new Map(items);
    for (const [key, value] of items) this.#size += key.length + value.length;
  }

  /** In the order in which they came. */
  get items(): StorageItems {
    return [...this.#items];
  }

  /**
   * Keeps an item, or takes it away.
   *
   * @param key `null` for every item.
   * @returns Whether there was room for it.
   */
  change(key: string | null, value: string | null): boolean {
    if (key === null) {
      this.clear();
      return true;
    }
    const before = this.#items.get(key);
    const freed = before === undefined ? 0 : key.length + before.length;
    const taken = value === null ? 0 : key.length + value.length;
    if (this.#size - freed + taken > STORAGE_QUOTA) return false;
    this.#size += taken - freed;
    if (value === null) this.#items.delete(key);
    else this.#items.set(key, value);
    return true;
  }

  clear(): void {
    this.#items.clear();
    this.#size = 0;
  }
}
