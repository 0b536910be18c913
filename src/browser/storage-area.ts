import {STORAGE_QUOTA, type StorageItems} from '../protocol/frame-state.js';

/** What scripts of the site keep in `localStorage` or `sessionStorage`, as their visitor does. */
export class StorageArea {
  readonly #items = new Map<string, string>();
  #size = 0;
  #listed: StorageItems | undefined;

  /** In the order in which they came; the same list for as long as nothing changes. */
  get items(): StorageItems {
    return (this.#listed ??= [...this.#items]);
  }

  /** Holds what an earlier one held. */
  restore(items: StorageItems): void {
    this.clear();
    for (const [key, value] of items) this.change(key, value);
    this.#listed = items;
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
    this.#listed = undefined;
    if (value === null) this.#items.delete(key);
    else this.#items.set(key, value);
    return true;
  }

  clear(): void {
    this.#items.clear();
    this.#size = 0;
    this.#listed = undefined;
  }
}
