/** What a person is told of a comparison. */
import process from 'node:process';
import type {Comparison, Difference} from './comparison.js';

/** Lines of a traceback that are shown for each test. */
const SHOWN = 12;

/** Says what is not as listed, then how many are. */
export function printReport(comparison: Comparison, title: string): void {
  const {expected, passed, differences, improved} = comparison;
  const news = differences.filter(({group}) => !group);
  for (const {id, why} of news) print(`${id}\n${indent(why)}`);
  if (improved.length > 0) {
    print('These pass, so take them from test/django/differences.json:');
    for (const id of improved) print(`  ${id}`);
  }
  for (const [name, count] of countGroups(differences)) print(`${count} differ by ${name}.`);
  const percent = ((100 * passed) / Math.max(1, expected)).toFixed(2);
  print(`${passed} of ${expected} tests that pass ${title} pass in the runtime: ${percent} %.`);
}

function countGroups(differences: readonly Difference[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {group} of differences) {
    if (group) counts.set(group.name, (counts.get(group.name) ?? 0) + 1);
  }
  return counts;
}

function indent(text: string): string {
  return text
    .split('\n')
    .slice(-SHOWN)
    .map(line => `    ${line}`)
    .join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
