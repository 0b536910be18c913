/** Runs labels, as many at once as there are processes for, each in an interpreter of its own. */
import {spawn, type ChildProcess} from 'node:child_process';
import {closeSync, openSync} from 'node:fs';
import {mkdir, readFile, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {counting} from '../../src/build/progress.js';
import {addEnd, addFailure, readResults} from './results.js';
import type {Side} from './sides.js';

/** Milliseconds; no test of Django's takes half as long. */
const PATIENCE = 180_000;
/** Milliseconds between two looks at whether anything happens. */
const GLANCE = 500;
/** Characters of what an interpreter printed last that are kept. */
const LAST_WORDS = 2000;

export interface Work {
  readonly side: Side;
  readonly labels: readonly string[];
  readonly processes: number;
  /** Leave what has results, and go on where a label was interrupted. */
  readonly resume: boolean;
  /** Milliseconds without a test that begins or ends, after which an interpreter hangs. */
  readonly patience?: number;
}

/** Run labels to their ends. What crashes or hangs is a failure of the test that was at hand. */
export async function runLabels(work: Work): Promise<void> {
  const {side, labels, processes, resume, patience = PATIENCE} = work;
  await mkdir(side.folder, {recursive: true});
  const rest: string[] = [];
  for (const label of labels) {
    const path = resultsFile(side, label);
    if (!resume) await rm(path, {force: true});
    if (!(await readResults(path)).complete) rest.push(label);
  }
  if (rest.length === 0) return;
  const count = counting(`Django's tests in ${side.title}, labels`, rest.length);
  const queue = [...rest];
  let done = 0;
  const takeLabels = async (): Promise<void> => {
    for (let label = queue.shift(); label !== undefined; label = queue.shift()) {
      await runLabel(side, label, patience);
      count(++done);
    }
  };
  await Promise.all(Array.from({length: processes}, takeLabels));
}

/** Where the results of a label lie. */
export function resultsFile(side: Side, label: string): string {
  return join(side.folder, `${label}.jsonl`);
}

async function runLabel(side: Side, label: string, patience: number): Promise<void> {
  const path = resultsFile(side, label);
  for (;;) {
    const ending = await runOnce(side, label, patience);
    const {complete, atHand} = await readResults(path);
    if (complete) return;
    const why = `${ending}\n${await lastWords(side, label)}`;
    await addFailure(path, atHand ?? label, why);
    // Between two tests nothing else would happen the next time.
    if (atHand === null) return addEnd(path);
  }
}

/** @returns How the interpreter ended. */
async function runOnce(side: Side, label: string, patience: number): Promise<string> {
  const path = resultsFile(side, label);
  const log = openSync(logFile(side, label), 'w');
  const child = spawn(side.program, side.args(label, path), {
    env: side.environment,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  try {
    return await watch(child, path, patience);
  } finally {
    process.off('exit', stop);
  }
}

function watch(child: ChildProcess, path: string, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let [size, since] = [-1, Date.now()];
    let hung = false;
    const glance = async (): Promise<void> => {
      const now = await stat(path).then(
        found => found.size,
        () => 0,
      );
      if (now !== size) [size, since] = [now, Date.now()];
      else if (Date.now() - since > patience) {
        hung = true;
        child.kill('SIGKILL');
      }
    };
    const timer = setInterval(() => void glance(), GLANCE);
    child.once('error', error => {
      clearInterval(timer);
      reject(error);
    });
    child.once('close', (code, signal) => {
      clearInterval(timer);
      if (hung) resolve(`Nothing happened for ${patience / 1000} s.`);
      else resolve(`The interpreter ended with ${signal ?? String(code)}.`);
    });
  });
}

function logFile(side: Side, label: string): string {
  return join(side.folder, `${label}.log`);
}

async function lastWords(side: Side, label: string): Promise<string> {
  return (await readFile(logFile(side, label), 'utf8')).slice(-LAST_WORDS);
}
