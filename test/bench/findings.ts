import type {Report} from './page/report.js';

/** The values of one measure over all rounds. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** What all rounds of one engine have found out. */
export class Findings {
  readonly #values = new Map<string, number[]>();
  readonly #faults = new Map<string, Set<string>>();

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** By measure, what went wrong, each reason once. */
  get faults(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#faults;
  }

  add({findings, faults}: Report): void {
    for (const {name, value} of findings) this.note(name, value);
    for (const {name, reason} of faults) this.noteFault(name, reason);
  }

  note(name: string, value: number): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  noteFault(name: string, reason: string): void {
    this.#faults.set(name, (this.#faults.get(name) ?? new Set()).add(reason));
  }

  /** Of a measure that has values. */
  summary(name: string): Summary | undefined {
    const values = this.#values.get(name)?.toSorted((one, other) => one - other);
    if (!values) return undefined;
    return {
      median: median(values),
      least: values[0] ?? 0,
      most: values.at(-1) ?? 0,
      count: values.length,
    };
  }

  toJSON(): object {
    const faults = [...this.#faults].map(([name, reasons]) => [name, [...reasons]] as const);
    return {values: Object.fromEntries(this.#values), faults: Object.fromEntries(faults)};
  }
}

/** @param sorted Ascending, one at least. */
function median(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}
