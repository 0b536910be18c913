/** What passes outside and not inside, and whether that is known. */
import {ENGINE_NAMES, type Engine} from '../setup/browsers.js';
import type {Difference, Page, Report, Suite} from './suite.js';

/** By page; `null` for one that never reported. */
export type Outcomes = Record<string, Report | null>;

interface Missed {
  readonly test: string;
  readonly found: string;
}

export interface Comparison {
  readonly pages: number;
  readonly outside: number;
  readonly inside: number;
  /** How many pages are not compared, and how many tests pass on them outside, by reason. */
  readonly leftOut: ReadonlyMap<string, {readonly pages: number; readonly tests: number}>;
  /** What is missing and known, by reason. */
  readonly known: ReadonlyMap<Difference, readonly Missed[]>;
  readonly unknown: readonly Missed[];
  /** What is said to differ and does not. */
  readonly untrue: readonly string[];
}

/** Pages on which a test passes outside only. */
export function differing(suite: Suite, outside: Outcomes, inside: Outcomes): Set<string> {
  return new Set(
    Object.keys(inside).filter(path => missedOn(suite, path, outside, inside).length > 0),
  );
}

/** @param isWhole whether all pages were visited, so that what does not differ can be told. */
export function compare(
  suite: Suite,
  engine: Engine,
  pages: readonly Page[],
  outside: Outcomes,
  inside: Outcomes,
  isWhole: boolean,
): Comparison {
  const paths = pages.filter(page => page.leftOut === undefined).map(({path}) => path);
  const missed = paths.flatMap(path => missedOn(suite, path, outside, inside));
  const expected = paths.reduce((sum, path) => sum + passedOn(suite, outside[path]).size, 0);
  const differences = suite.differences.filter(
    ({engines}) => engines === undefined || engines.includes(engine),
  );
  const known = new Map<Difference, Missed[]>();
  const unknown: Missed[] = [];
  const used = new Set<string>();
  for (const each of missed) {
    const found = differences.find(({tests}) => tests.some(pattern => fits(pattern, each.test)));
    if (found) known.set(found, [...(known.get(found) ?? []), each]);
    else unknown.push(each);
  }
  for (const {tests} of differences) {
    for (const pattern of tests) {
      if (missed.some(({test}) => fits(pattern, test))) used.add(pattern);
    }
  }
  const untrue = differences
    .filter(({sometimes}) => !sometimes)
    .flatMap(({tests}) => tests.filter(pattern => !used.has(pattern)));
  const others = new Map<string, {pages: number; tests: number}>();
  for (const {path, leftOut} of pages) {
    if (leftOut === undefined) continue;
    const count = others.get(leftOut) ?? {pages: 0, tests: 0};
    others.set(leftOut, count);
    count.pages += 1;
    count.tests += passedOn(suite, outside[path]).size;
  }
  return {
    pages: paths.length,
    outside: expected,
    inside: expected - missed.length,
    leftOut: others,
    known,
    unknown,
    untrue: isWhole ? untrue : [],
  };
}

export function hasPassed({bar}: Suite, comparison: Comparison): boolean {
  const {unknown, untrue} = comparison;
  return rate(comparison) >= bar && unknown.length === 0 && untrue.length === 0;
}

function rate({outside, inside}: Comparison): number {
  return outside === 0 ? 0 : inside / outside;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

/** A few lines for a person. */
export function describe(suite: Suite, engine: Engine, comparison: Comparison): string {
  const {pages, outside, inside, leftOut, known, unknown, untrue} = comparison;
  const lines = [
    `\n${suite.name} in ${ENGINE_NAMES[engine]}: of ${outside} tests on ${pages} pages that pass ` +
      `on a real origin, ${inside} pass in the frame (${percent(rate(comparison))}).`,
    ...(leftOut.size > 0 ? ['Left out:'] : []),
    ...[...leftOut].map(
      ([reason, {pages: some, tests}]) => `  ${tests} on ${some} pages: ${reason}`,
    ),
    ...(known.size > 0 ? ['Known to differ:'] : []),
    ...[...known].map(([{reason}, missed]) => `  ${missed.length}: ${reason}`),
    ...(unknown.length > 0 ? [`Not known (${unknown.length}):`] : []),
    ...unknown.map(({test, found}) => `  ${test}\n    ${found}`),
    ...(untrue.length > 0 ? ['Said to differ, and does not:'] : []),
    ...untrue.map(pattern => `  ${pattern}`),
  ];
  return `${lines.join('\n')}\n`;
}

function passedOn({passed}: Suite, report: Report | null | undefined): Set<string> {
  const results = report?.results ?? [];
  return new Set(results.filter(({status}) => status === passed).map(({name}) => plain(name)));
}

function missedOn(suite: Suite, path: string, outside: Outcomes, inside: Outcomes): Missed[] {
  const here = passedOn(suite, inside[path]);
  const report = inside[path];
  return [...passedOn(suite, outside[path])]
    .filter(name => !here.has(name))
    .map(name => {
      const result = report?.results.find(each => plain(each.name) === name);
      const found = result ?? {
        status: report?.whole ?? 'no report',
        message: report?.message ?? '',
      };
      return {
        test: `${path} ${name}`,
        found: `${found.status} ${plain(found.message)}`.slice(0, 300).replaceAll('\n', ' '),
      };
    });
}

/** Names have addresses in them, and these a port that is another each time. */
function plain(name: string): string {
  return name
    .replaceAll(/(playground\.localhost|elsewhere\.invalid):\d+/g, '$1')
    .replaceAll(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g, '…');
}

function fits(pattern: string, test: string): boolean {
  const parts = pattern
    .split('*')
    .map(part => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  const end = pattern.includes(' ') ? '' : '(?: .*)?';
  return new RegExp(`^${parts.join('.*')}${end}$`, 's').test(test);
}
