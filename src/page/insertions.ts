/** Where something goes among what else goes to the same place. */
const CLOSING = 0;
const AFTER = 1;
const OPENING = 2;
const INSTEAD = 3;

interface Insertion {
  readonly at: number;
  readonly text: string;
  readonly rank: number;
  /** How far away the other end is, of what encloses something. */
  readonly reach: number;
  /** How much of the text it takes the place of. */
  readonly length: number;
}

/** Changes of a text, by places in the text as it was. */
export class Insertions {
  readonly #all: Insertion[] = [];

  get size(): number {
    return this.#all.length;
  }

  /** Puts one text before a range and another one behind it. Ranges may lie within each other. */
  enclose({start, end}: {start: number; end: number}, opening: string, closing: string): void {
    const reach = end - start;
    this.#all.push({at: start, text: opening, rank: OPENING, reach: -reach, length: 0});
    this.#all.push({at: end, text: closing, rank: CLOSING, reach, length: 0});
  }

  /** Puts a text at a place, behind what is enclosed before it. */
  insert(at: number, text: string): void {
    this.#all.push({at, text, rank: AFTER, reach: 0, length: 0});
  }

  /** Puts a text in the place of a range that no other change lies in. */
  replace({start, end}: {start: number; end: number}, text: string): void {
    this.#all.push({at: start, text, rank: INSTEAD, reach: 0, length: end - start});
  }

  /** The text with all of it. */
  applyTo(text: string): string {
    const parts: string[] = [];
    let end = 0;
    for (const {at, text: part, length} of this.#all.toSorted(inOrder)) {
      parts.push(text.slice(end, at), part);
      end = at + length;
    }
    return parts.join('') + text.slice(end);
  }
}

function inOrder(one: Insertion, other: Insertion): number {
  return one.at - other.at || one.rank - other.rank || one.reach - other.reach;
}
