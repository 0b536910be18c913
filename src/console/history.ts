/** Most lines kept. */
const MOST = 200;

/** The lines that were typed, for as long as the page is there. */
export class History {
  #lines: string[] = [];
  /** How many lines back one is; 0 in the line that is being written. */
  #back = 0;
  #draft = '';

  add(line: string): void {
    this.#back = 0;
    if (line.trim() === '' || line === this.#lines.at(-1)) return;
    this.#lines = [...this.#lines, line].slice(-MOST);
  }

  /**
   * Go a step, backwards where negative.
   *
   * @param current What is written now, to come back to.
   * @returns `undefined` where there is no more.
   */
  go(step: 1 | -1, current: string): string | undefined {
    const back = this.#back - step;
    if (back < 0 || back > this.#lines.length) return undefined;
    if (this.#back === 0) this.#draft = current;
    this.#back = back;
    return back === 0 ? this.#draft : this.#lines.at(-back);
  }
}
