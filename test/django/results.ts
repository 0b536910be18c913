/** What became of the tests of a label: a file of JSON objects, one a line; see `run_label.py`. */
import {appendFile, readFile} from 'node:fs/promises';

export interface Result {
  /** E.g. `basic.tests.ModelTest.test_objects_attribute`. */
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** A traceback, or the reason of a skip. */
  readonly why: string;
}

export interface Results {
  readonly tests: ReadonlyMap<string, Result>;
  /** The test that has begun and not ended. */
  readonly atHand: string | null;
  /** Whether the label was run to its end. */
  readonly complete: boolean;
}

type Line = Result | {readonly start: string} | {readonly end: true};

/** Results that a file has; none where there is no file. */
export async function readResults(path: string): Promise<Results> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const tests = new Map<string, Result>();
  let atHand: string | null = null;
  let complete = false;
  // A last line that was not written to its end is no line.
  for (const line of text.split('\n').slice(0, -1)) {
    const value = JSON.parse(line) as Line;
    if ('start' in value) {
      atHand = value.start;
    } else if ('end' in value) {
      complete = true;
    } else {
      // A test that is collected twice has failed if it failed once.
      if (tests.get(value.id)?.outcome !== 'failed') tests.set(value.id, value);
      if (atHand === value.id) atHand = null;
    }
  }
  return {tests, atHand, complete};
}

/** Note a test that its interpreter did not live to note. */
export async function addFailure(path: string, id: string, why: string): Promise<void> {
  const result: Result = {id, outcome: 'failed', seconds: 0, why};
  await appendFile(path, `${JSON.stringify(result)}\n`);
}

/** Note that nothing more is to be had of a label. */
export async function addEnd(path: string): Promise<void> {
  await appendFile(path, `${JSON.stringify({end: true})}\n`);
}
