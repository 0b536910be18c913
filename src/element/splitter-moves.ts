import type {Division} from './splitter.js';

/** What a reader does to a line between two parts, by mouse, touch and keys. */
export class SplitterMoves {
  readonly #division: Division;
  /** Where pointer and line were when it was taken hold of. */
  #held: {readonly at: number; readonly value: number} | undefined;

  constructor(division: Division) {
    this.#division = division;
  }

  hold(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#held = {at: this.#along(event), value: this.#division.measure()};
  }

  letGo(): void {
    this.#held = undefined;
  }

  drag(event: PointerEvent): void {
    if (!this.#held) return;
    const pixels = this.#along(event) - this.#held.at;
    if (pixels !== 0) this.#move(this.#held.value + pixels / this.#division.pixels());
  }

  press(event: KeyboardEvent): void {
    const {orientation, min, max, step, measure, pixels} = this.#division;
    const by = step * Math.sign(pixels());
    const [less, more] =
      orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const to: Readonly<Record<string, number>> = {
      [less]: measure() - by,
      [more]: measure() + by,
      Home: min,
      End: max,
    };
    const value = to[event.key];
    if (value === undefined) return;
    event.preventDefault();
    this.#move(value);
  }

  #along(event: PointerEvent): number {
    return this.#division.orientation === 'vertical' ? event.clientX : event.clientY;
  }

  #move(value: number): void {
    const {min, max, move} = this.#division;
    move(Math.min(Math.max(value, min), max));
  }
}
