/**
 * `npm run test:django`: Django's own tests in the runtime that we ship, compared test by test
 * with CPython. What differs is listed with its reasons in `differences.json`; the command fails
 * when a test that is not listed differs, and when one that is listed does not.
 */
import {availableParallelism} from 'node:os';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {say} from '../../src/build/progress.js';
import {buildRuntime} from '../../src/build/runtime/runtime.js';
import {DEFAULT_SERIES} from '../../src/build/series.js';
import {NONE, countsLine} from '../setup/counts.js';
import {compare, compareWithList, type Comparison} from './comparison.js';
import {Differences} from './differences.js';
import {resultsFile, runLabels} from './labels.js';
import {QUICK_LABELS} from './quick-labels.js';
import {printReport} from './report.js';
import {readResults, type Result} from './results.js';
import {cpythonSide, shippedSide, type Side} from './sides.js';
import {listLabels, obtainSources} from './sources.js';

/**
 * Arguments are labels, e.g. `forms_tests admin_views.tests`; all where there are none.
 *
 * - `--series 6.1`: another Django than the default one.
 * - `--processes 1`: fewer than the machine has processors.
 * - `--resume`: go on with a run that was interrupted; labels that have results are not run again.
 * - `--quick`: a choice of labels, without CPython.
 *
 * @returns The exit code.
 */
export async function main(args: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args,
    allowPositionals: true,
    options: {
      series: {type: 'string', default: DEFAULT_SERIES},
      processes: {type: 'string', default: String(availableParallelism())},
      resume: {type: 'boolean', default: false},
      quick: {type: 'boolean', default: false},
    },
  });
  const {resume, quick} = values;
  const processes = readCount(values.processes);
  stopWhenAsked();
  const manifest = await buildRuntime();
  const sources = await obtainSources(manifest, values.series).catch((error: unknown) => {
    if (!quick) throw error;
    // A machine without an index has all other tests.
    say(error instanceof Error ? error.message : String(error));
    return null;
  });
  if (sources === null) return skipQuick();
  const all = quick ? QUICK_LABELS : await listLabels(sources);
  const labels = positionals.length > 0 ? positionals : all;
  const known = await Differences.read();
  const shipped = shippedSide(sources);
  await runLabels({side: shipped, labels, processes, resume});
  const here = await collect(shipped, labels);
  if (quick) return report(compareWithList(here, known), 'as a rule', here);
  const cpython = await cpythonSide(sources);
  await runLabels({side: cpython, labels, processes, resume: true});
  return report(
    compare(await collect(cpython, labels), here, known),
    `under ${cpython.title}`,
    here,
  );
}

async function collect(side: Side, labels: readonly string[]): Promise<Map<string, Result>> {
  const all = new Map<string, Result>();
  for (const label of labels) {
    const {tests} = await readResults(resultsFile(side, label));
    for (const [id, result] of tests) all.set(id, result);
  }
  return all;
}

function report(comparison: Comparison, title: string, here: ReadonlyMap<string, Result>): number {
  printReport(comparison, title);
  const {passed, differences, improved} = comparison;
  const failed = differences.filter(({group}) => !group).length + improved.length;
  const skipped = here.size - passed - failed;
  process.stdout.write(`${countsLine({passed, failed, skipped: Math.max(0, skipped)})}\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** Nobody knows how many tests there are: each label counts as one. */
function skipQuick(): number {
  process.stdout.write(`${countsLine({...NONE, skipped: QUICK_LABELS.length})}\n`);
  return 0;
}

/** Interpreters that run end with this process. */
function stopWhenAsked(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`--processes takes a number from 1 on, not "${text}".`);
}
