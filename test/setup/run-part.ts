/** Runs one part of the tests as a process of its own. */
import {spawn, type ChildProcess} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {stripVTControlCharacters} from 'node:util';
import {CACHE, ROOT} from '../../src/build/paths.js';
import {NONE, plus, readCountsLine, type Counts} from './counts.js';
import {choose} from './engines.js';
import {chooseOnly, readFailing} from './failing.js';
import type {Part} from './parts.js';

/** Screenshots of failures, and what each part printed. */
export const ARTIFACTS = join(CACHE, 'test');

/** Milliseconds after which a part is taken to hang. */
const DEADLINE = 3_600_000;
/** Milliseconds that a part then has to end by itself. */
const GRACE = 5000;

export interface Outcome {
  readonly counts: Counts;
  /** What went wrong with the part itself, beside its tests. */
  readonly problem: string | null;
  /** The files or journeys in which something failed. */
  readonly failing: readonly string[];
  /** All it printed. */
  readonly output: string;
  readonly seconds: number;
}

/** @param only files or journeys; all of the part where there are none. */
export async function runPart(part: Part, only: readonly string[] = []): Promise<Outcome> {
  const started = Date.now();
  const child = spawn(process.execPath, part.args, {
    cwd: ROOT,
    env: {
      ...process.env,
      ...choose(part.engines),
      ...(only.length > 0 && chooseOnly(only)),
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be stopped together with its browsers.
    detached: true,
  });
  const {output, ending} = await watch(child);
  const seconds = (Date.now() - started) / 1000;
  const title = only.length > 0 ? `${part.title} again` : part.title;
  const name = `${title.toLowerCase().replaceAll(/\W+/g, '-')}.log`;
  await mkdir(ARTIFACTS, {recursive: true});
  await writeFile(join(ARTIFACTS, name), output);
  const counts = readCountsLine(output);
  const problem = describeProblem(counts, ending);
  const total = problem === null ? NONE : {...NONE, failed: 1};
  const failing = readFailing(output);
  return {counts: plus(counts ?? NONE, total), problem, failing, output, seconds};
}

/** How a process ended: its exit code, or why it had none. */
type Ending = number | string;

function watch(child: ChildProcess): Promise<{output: string; ending: Ending}> {
  // Asked first, so that it can close its browsers, which have groups of their own.
  const stop = (): void => signalGroup(child, 'SIGTERM');
  return new Promise(resolve => {
    let output = '';
    const take = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    let hung = false;
    const deadline = setTimeout(() => {
      hung = true;
      stop();
      setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE).unref();
    }, DEADLINE);
    process.once('exit', stop);
    const end = (ending: Ending): void => {
      clearTimeout(deadline);
      process.off('exit', stop);
      resolve({
        output: stripVTControlCharacters(output),
        ending: hung ? `it took longer than ${DEADLINE / 60_000} minutes` : ending,
      });
    };
    child.once('error', error => end(error.message));
    child.once('close', (code, signal) => end(code ?? `it was ended by ${String(signal)}`));
  });
}

function signalGroup({pid}: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It had ended already.
  }
}

/** A part that breaks after its tests have failed only repeats what they said. */
function describeProblem(counts: Counts | null, ending: Ending): string | null {
  if (typeof ending === 'string') return `The part did not end by itself: ${ending}.`;
  if (counts === null) return `The part ended with exit code ${ending} without saying its counts.`;
  if (ending !== 0 && counts.failed === 0) return `The part ended with exit code ${ending}.`;
  return null;
}
