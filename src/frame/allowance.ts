/**
 * How often somebody may do something: so many times at once, and so many a second from then on. Who
 * has used it up gets it back by leaving it alone for a moment, not by trying on and on.
 */
export class Allowance {
  readonly #most: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #left: number;
  #last: number;

  /** @param now The clock, in milliseconds. */
  constructor(most: number, perSecond: number, now = (): number => performance.now()) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#left = most;
    this.#last = now();
  }

  /** @returns whether it may be done once more. */
  take(): boolean {
    const now = this.#now();
    const regained = ((now - this.#last) / 1000) * this.#perSecond;
    this.#last = now;
    this.#left = Math.min(this.#most, this.#left + regained);
    if (this.#left < 1) {
      this.#left = 0;
      return false;
    }
    this.#left--;
    return true;
  }
}
