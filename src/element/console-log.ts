import type {ConsoleEntry} from '../protocol/console.js';

/** Entries kept, and characters in all of them; what came first goes first. */
const MOST_ENTRIES = 1000;
const MOST_TEXT = 200_000;

/** The share of them that is left after some have gone. */
const KEPT = 0.9;

/** Characters of one piece of output, so that a loop that prints does not make one endless entry. */
const LONGEST_PIECE = 8000;

/** What the console keeps: a bounded amount, in the order it came. */
export class ConsoleLog {
  #entries: readonly ConsoleEntry[] = [];
  #length = 0;

  /** A new array after each change. */
  get entries(): readonly ConsoleEntry[] {
    return this.#entries;
  }

  /** Text of the same kind is put together: it may be parts of one line. */
  add(entry: ConsoleEntry): void {
    const last = this.#entries.at(-1);
    const joined = last && join(last, entry);
    this.#entries = [...(joined ? this.#entries.slice(0, -1) : this.#entries), joined ?? entry];
    this.#length += lengthOf(entry);
    this.#trim();
  }

  clear(): void {
    this.#entries = [];
    this.#length = 0;
  }

  /** Somewhat more than needed goes, so that not each entry moves all others. */
  #trim(): void {
    if (this.#length <= MOST_TEXT && this.#entries.length <= MOST_ENTRIES) return;
    let first = 0;
    let length = this.#length;
    while (length > MOST_TEXT * KEPT || this.#entries.length - first > MOST_ENTRIES * KEPT) {
      const entry = this.#entries[first];
      // One that is too long alone stays: it is the newest.
      if (!entry || first === this.#entries.length - 1) break;
      length -= lengthOf(entry);
      first++;
    }
    this.#entries = this.#entries.slice(first);
    this.#length = length;
  }
}

function join(last: ConsoleEntry, next: ConsoleEntry): ConsoleEntry | undefined {
  if (last.kind !== 'output' || next.kind !== 'output') return undefined;
  if (last.stream !== next.stream || last.level !== next.level) return undefined;
  if (last.text.length > LONGEST_PIECE && last.text.endsWith('\n')) return undefined;
  return {...last, text: last.text + next.text};
}

function lengthOf(entry: ConsoleEntry): number {
  const more = entry.kind === 'mail' ? (entry.html?.length ?? 0) : 0;
  return more + ('text' in entry ? entry.text.length : 0);
}
