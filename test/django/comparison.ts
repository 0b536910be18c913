/** What became of the same tests on both sides. */
import type {Differences, Group} from './differences.js';
import type {Result} from './results.js';

/** A test that passes under CPython and does not in the runtime. */
export interface Difference {
  readonly id: string;
  /** Why it failed or was skipped; or that it was not run. */
  readonly why: string;
  /** The group it is listed in. */
  readonly group: Group | undefined;
}

export interface Comparison {
  /** How many tests pass under CPython. */
  readonly expected: number;
  /** How many of those pass here. */
  readonly passed: number;
  readonly differences: readonly Difference[];
  /** Tests that pass here although they are on the list. */
  readonly improved: readonly string[];
}

type Tests = ReadonlyMap<string, Result>;

/** Compare tests that passed under CPython with what became of them here. */
export function compare(there: Tests, here: Tests, known: Differences): Comparison {
  const expected = [...there.values()].filter(({outcome}) => outcome === 'passed');
  const differences: Difference[] = [];
  const improved: string[] = [];
  for (const {id} of expected) {
    const group = known.find(id);
    const result = here.get(id);
    if (result?.outcome !== 'passed') differences.push({id, why: explain(id, here), group});
    else if (group && group.sometimes !== true) improved.push(id);
  }
  const passed = expected.length - differences.length;
  return {expected: expected.length, passed, differences, improved};
}

/** Compare tests with the list alone: what is skipped here is taken to be skipped there. */
export function compareWithList(here: Tests, known: Differences): Comparison {
  const expected = new Map(
    [...here]
      .filter(([, {outcome}]) => outcome !== 'skipped')
      .map(([id, result]) => [id, {...result, outcome: 'passed' as const}]),
  );
  return compare(expected, here, known);
}

function explain(id: string, here: Tests): string {
  const result = here.get(id);
  if (result) return `${result.outcome}: ${result.why.trim()}`;
  // Its class or module could not be set up, or the label's interpreter did not get that far.
  const cause = [...here.values()].find(({id: name}) => {
    const place = /^setUp(?:Class|Module) \((.*)\)$/.exec(name)?.[1] ?? name;
    return id.startsWith(`${place}.`);
  });
  return `not run: ${cause?.why.trim() ?? 'it is not there'}`;
}
