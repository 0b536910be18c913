/** `npm test`: browsers, runtime and package, then every part of the tests. */
import process from 'node:process';
import {availableParallelism} from 'node:os';
import {bundleCommand} from '../../src/build/bin.js';
import {bundleMarkdown} from '../../src/build/markdown.js';
import {bundlePackage, writePackage} from '../../src/build/package.js';
import {say} from '../../src/build/progress.js';
import {buildRuntime} from '../../src/build/runtime/runtime.js';
import {NONE, countsLine, plus, type Counts} from './counts.js';
import {installBrowsers} from './install-browsers.js';
import {selectParts, type Part} from './parts.js';
import {runPart, type Outcome} from './run-part.js';

/** How many files of a part, at most, are run again by themselves. */
const FEW = 3;

/**
 * @param words names of parts and engines, e.g. `e2e firefox`; everything where there are none.
 * @returns The exit code.
 */
export async function main(words: readonly string[]): Promise<number> {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  const parts = selectParts(words);
  const counts = (await prepare(parts)) ? await runAll(parts) : {...NONE, failed: 1};
  process.stdout.write(`\n${countsLine(counts)}\n`);
  return counts.failed > 0 ? 1 : 0;
}

/** Makes what the parts run on. */
async function prepare(parts: readonly Part[]): Promise<boolean> {
  try {
    installBrowsers([...new Set(parts.flatMap(part => part.engines))]);
    await buildRuntime();
    if (parts.some(part => part.needsTarball)) await writeForNpm();
    else if (parts.some(part => part.needsPackage)) await bundlePackage(true);
    return true;
  } catch (error) {
    say(`The tests cannot start. ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** All that is packed, beside what pages load. */
async function writeForNpm(): Promise<void> {
  await writePackage();
  await bundleMarkdown();
  await bundleCommand();
}

/** Starts parts in their order, as many at once as there are processors for. */
async function runAll(parts: readonly Part[]): Promise<Counts> {
  let free = Math.max(2, availableParallelism());
  const outcomes = new Map<Part, Outcome>();
  const running = new Set<Promise<void>>();
  for (const part of parts) {
    while (free < part.weight) await Promise.race(running);
    free -= part.weight;
    say(`${part.title} …`);
    const run = runPart(part).then(outcome => {
      report(part.title, outcome);
      outcomes.set(part, outcome);
      free += part.weight;
      running.delete(run);
    });
    running.add(run);
  }
  await Promise.all(running);
  await runFailingAlone(outcomes);
  return [...outcomes.values()].map(({counts}) => counts).reduce(plus, NONE);
}

/**
 * Runs a few files that failed beside others once more with nothing beside them. A browser in want
 * of a processor ends waits of its own that no test can lengthen; what passes alone is counted as
 * passed, and named, since it is to be made steady. Where more than a few fail, something is wrong.
 */
async function runFailingAlone(outcomes: Map<Part, Outcome>): Promise<void> {
  for (const [part, outcome] of outcomes) {
    const {failing, counts, problem} = outcome;
    const isFew = failing.length > 0 && failing.length <= FEW;
    if (!part.inRealTime || !isFew || problem !== null) continue;
    const title = `${part.title}, by themselves: ${failing.join(', ')}`;
    say(`${title} …`);
    const alone = await runPart(part, failing);
    report(title, alone);
    if (alone.counts.failed > 0 || alone.counts.passed === 0) continue;
    process.stdout.write(`Not steady: ${failing.join(', ')} in ${part.engines.join(', ')}.\n`);
    const passed = counts.passed + counts.failed;
    outcomes.set(part, {...outcome, counts: {...counts, passed, failed: 0}});
  }
}

/** What a part printed is of interest only when something failed. */
function report(title: string, {counts, problem, output, seconds}: Outcome): void {
  if (counts.failed > 0) process.stdout.write(`\n--- ${title} ---\n${output.trimEnd()}\n`);
  if (problem !== null) process.stdout.write(`${problem}\n`);
  // A colon keeps the line apart from the run's own, which stands alone.
  process.stdout.write(`${title}: ${countsLine(counts)} (${seconds.toFixed(0)} s)\n`);
}
