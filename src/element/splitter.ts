import {html, type TemplateResult} from 'lit';
import type {SplitterMoves} from './splitter-moves.js';

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
  #moves: SplitterMoves | undefined;

  constructor(division: Division) {
    this.#division = division;
  }

  /** Take what came after the first paint. */
  equip(Moves: typeof SplitterMoves): void {
    this.#moves = new Moves(this.#division);
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
      @pointerdown=${(event: PointerEvent) => this.#moves?.hold(event)}
      @pointermove=${(event: PointerEvent) => this.#moves?.drag(event)}
      @lostpointercapture=${() => this.#moves?.letGo()}
      @dblclick=${() => move(undefined)}
      @keydown=${(event: KeyboardEvent) => this.#moves?.press(event)}
    ></div>`;
  }
}
