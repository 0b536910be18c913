import type {Visit} from './visit.js';

/** Of all rounds, in milliseconds. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** To Python's own start in the same run. */
  readonly ratio: number;
}

const NAMES: Readonly<Record<keyof Visit, string>> = {
  firstPage: 'first visit, Run to page',
  pythonStart: 'Python’s own start',
  edit: 'edit to new page',
  plainPage: 'plain page',
  adminPage: 'admin page',
  request: 'request of a script',
  django: 'Django’s own time of it',
};

export function summarise(visits: readonly Visit[]): Figure[] {
  const unit = median(visits.map(({pythonStart}) => pythonStart));
  return (Object.keys(NAMES) as (keyof Visit)[]).map(key => {
    const times = visits.map(visit => visit[key]);
    const middle = median(times);
    return {
      name: NAMES[key],
      median: middle,
      least: Math.min(...times),
      most: Math.max(...times),
      ratio: middle / unit,
    };
  });
}

/** As a table in Markdown. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({name, median: middle, least, most, ratio}) =>
      `| ${name} | ${round(middle)} | ${round(least)}–${round(most)} | ${ratio.toFixed(2)} |`,
  );
  return [
    '| Chromium | median ms | spread | to Python’s start |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function round(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));
}
