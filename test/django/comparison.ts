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
    if (result?.outcome !== 'passed') differences.push({id, why: explain(result, here), group});
    else if (group) improved.push(id);
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

function explain(result: Result | undefined, here: Tests): string {
  if (result) return `${result.outcome}: ${result.why.trim()}`;
  const broken = [...here.values()].filter(
    ({id, outcome}) => outcome !== 'passed' && (id.startsWith('setUp') || !id.includes('.')),
  );
  return `not run: ${broken.map(({id, why}) => `${id}: ${why.trim()}`).join('\n')}`;
}
