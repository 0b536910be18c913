import type {TestCounts} from '../protocol/console.js';

/** What unittest says at its end, e.g. `Ran 3 tests in 0.1s` and `FAILED (failures=1)`. */
const RAN = /^Ran (\d+) tests? in [^\n]+\n\n(?:OK|FAILED|NO TESTS RAN)(?: \(([^)]*)\))?/m;

/** What the `test` command came to; nothing where it did not get as far as that. */
export function countTests([command]: readonly string[], output: string): TestCounts | undefined {
  const [, ran, details = ''] = command === 'test' ? (RAN.exec(output) ?? []) : [];
  if (ran === undefined) return undefined;
  const counts = new Map(
    details.split(', ').map(detail => {
      const [name = '', count] = detail.split('=');
      return [name, Number(count)];
    }),
  );
  const failed = ['failures', 'errors', 'unexpected successes']
    .map(name => counts.get(name) ?? 0)
    .reduce((sum, count) => sum + count);
  const skipped = counts.get('skipped') ?? 0;
  return {passed: Math.max(Number(ran) - failed - skipped, 0), failed, skipped};
}
