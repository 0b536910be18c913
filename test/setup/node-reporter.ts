/** A reporter of `node:test` that closes with how many tests passed, failed and were skipped. */
import type {TestEvent} from 'node:test/reporters';
import {countsLine} from './counts.js';
import {failingLines} from './failing.js';

export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let [passed, failed, skipped] = [0, 0, 0];
  const failing: string[] = [];
  for await (const {type, data} of source) {
    if (type === 'test:pass' && data.details.type !== 'suite') {
      if (data.skip === undefined || data.skip === false) passed++;
      else skipped++;
    }
    if (type === 'test:fail' && !failedByItsTests(data.details.error)) failed++;
    if (type === 'test:fail' && data.nesting === 0) failing.push(data.name);
  }
  yield `\n${failingLines(failing)}${countsLine({passed, failed, skipped})}\n`;
}

/** A suite fails with its tests, which are counted already, or by a hook of its own. */
function failedByItsTests(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}
