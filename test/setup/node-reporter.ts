/** A reporter of `node:test` that closes with how many tests passed, failed and were skipped. */
import type {TestEvent} from 'node:test/reporters';
import {countsLine} from './counts.js';

export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let [passed, failed, skipped] = [0, 0, 0];
  for await (const {type, data} of source) {
    if (type === 'test:pass' && data.details.type !== 'suite') {
      if (data.skip === undefined || data.skip === false) passed++;
      else skipped++;
    }
    if (type === 'test:fail' && !failedByItsTests(data.details.error)) failed++;
  }
  yield `\n${countsLine({passed, failed, skipped})}\n`;
}

/** A suite fails with its tests, which are counted already, or by a hook of its own. */
function failedByItsTests(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}
