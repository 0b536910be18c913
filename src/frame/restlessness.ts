/** Milliseconds that a document lasts at least which is there to be seen. */
const SHORTEST_STAY = 1000;

/** How many that last for less may follow each other by themselves. */
const MOST_MOVES = 12;

/** Whether documents lead to others again and again, without anybody having seen them. */
export class Restlessness {
  readonly #now: () => number;
  #since = 0;
  #moves = 0;
  /** Whether the last document has asked for another one. */
  #hasMoved = false;

  /** @param now The clock, in milliseconds. */
  constructor(now = (): number => performance.now()) {
    this.#now = now;
  }

  /** Whether the last document that asked for it may not go on to another. */
  get isRestless(): boolean {
    return this.#moves > MOST_MOVES;
  }

  /** Takes note that another document comes; where none asked for it, the reader or the page did. */
  begin(): void {
    if (!this.#hasMoved) this.#moves = 0;
    this.#hasMoved = false;
    this.see();
  }

  /** Takes note that the document can be seen from now on. */
  see(): void {
    this.#since = this.#now();
  }

  /**
   * Takes note that a document leads to another one.
   *
   * @param isWanted Whether the reader has done something.
   */
  move(isWanted: boolean): void {
    this.#hasMoved = true;
    const isShort = this.#now() - this.#since < SHORTEST_STAY;
    this.#moves = isShort && !isWanted ? this.#moves + 1 : 0;
    // Who goes on and on trying is no quieter for that.
    if (this.isRestless) this.see();
  }
}
