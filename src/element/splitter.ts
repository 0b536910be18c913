import {html, type TemplateResult} from 'lit';

/** What a line between two parts divides. Its units are its own, e.g. percents. */
export interface Division {
  /** Of the line itself: a vertical one moves sideways. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly min: number;
  readonly max: number;
  /** What an arrow key moves it by. */
  readonly step: number;
  /** Where the line is now. */
  measure(): number;
  /** CSS pixels of one unit; negative where it grows to the left. */
  pixels(): number;
  /** Told where it was moved to, or with `undefined` that it is to be where it was at first. */
  move(to: number | undefined): void;
}

/** A line that parts are made larger and smaller with: by mouse, touch and keys. */
export class Splitter {
  readonly #division: Division;
  /** Where pointer and line were when it was taken hold of. */
  #held: {readonly at: number; readonly value: number} | undefined;

  constructor(division: Division) {
    this.#division = division;
  }

  /**
   * @param label Its accessible name.
   * @param controls Id of the part before it.
   * @param now Where it is, as far as that is known.
   */
  render(label: string, controls: string, now: number): TemplateResult {
    const {orientation, min, max, move} = this.#division;
    return html`<div
      class="splitter ${orientation}"
      part="splitter"
      role="separator"
      tabindex="0"
      aria-label=${label}
      aria-controls=${controls}
      aria-orientation=${orientation}
      aria-valuemin=${min}
      aria-valuemax=${max}
      aria-valuenow=${Math.round(now)}
      title=${label}
      @pointerdown=${this.#hold}
      @pointermove=${this.#drag}
      @lostpointercapture=${() => (this.#held = undefined)}
      @dblclick=${() => move(undefined)}
      @keydown=${this.#onKeydown}
    ></div>`;
  }

  readonly #hold = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#held = {at: this.#along(event), value: this.#division.measure()};
  };

  readonly #drag = (event: PointerEvent): void => {
    if (!this.#held) return;
    const pixels = this.#along(event) - this.#held.at;
    if (pixels !== 0) this.#move(this.#held.value + pixels / this.#division.pixels());
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
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
  };

  #along(event: PointerEvent): number {
    return this.#division.orientation === 'vertical' ? event.clientX : event.clientY;
  }

  #move(value: number): void {
    const {min, max, move} = this.#division;
    move(Math.min(Math.max(value, min), max));
  }
}
