/** The two Pythons that are compared, and how each runs a label in a process of its own. */
import {existsSync} from 'node:fs';
import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {run} from '../../src/build/command.js';
import {replaceFolder} from '../../src/build/files.js';
import {CACHE, SITE_PACKAGES} from '../../src/build/paths.js';
import type {Sources} from './sources.js';

export interface Side {
  /** E.g. `CPython 3.13`. */
  readonly title: string;
  /** A file of results for each label, e.g. `basic.jsonl`. */
  readonly folder: string;
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Arguments of the program that run a label. */
  args(label: string, results: string): readonly string[];
}

interface Python {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
  readonly version: readonly [number, number];
}

/** The runtime that we ship, in Node. */
export function shippedSide(sources: Sources): Side {
  const script = join(import.meta.dirname, 'in-pyodide.mjs');
  return {
    title: 'Pyodide',
    folder: join(sources.results, 'pyodide'),
    program: process.execPath,
    environment: {...process.env},
    args: (label, results) => [script, sources.series, sources.tests, label, results],
  };
}

/**
 * The newest CPython of this machine, in an environment that has what the runtime has and nothing
 * else: tests that start a Python of their own find it there.
 *
 * @throws Error where there is none.
 */
export async function cpythonSide(sources: Sources): Promise<Side> {
  const python = await newestPython(sources.series);
  const version = python.version.join('.');
  const folder = join(CACHE, 'django-suite', `python-${version}-django-${sources.version}`);
  if (!existsSync(folder)) await replaceFolder(folder, draft => fill(python, draft, sources));
  const script = join(import.meta.dirname, 'run_label.py');
  const programs = join(folder, 'bin');
  return {
    title: `CPython ${version}`,
    folder: join(sources.results, `cpython-${version}`),
    program: join(programs, 'python'),
    // No program but Python: what wants another, e.g. those of gettext, is skipped on both sides.
    environment: {...process.env, PATH: programs, PYTHONDONTWRITEBYTECODE: '1'},
    args: (label, results) => [script, sources.tests, label, results],
  };
}

async function newestPython(series: string): Promise<Python> {
  const path = '../python/runner/pythons.mjs';
  const {findPythons, oldestPython} = (await import(path)) as {
    findPythons(oldest: readonly [number, number]): readonly Python[];
    oldestPython(series: string): readonly [number, number];
  };
  const oldest = oldestPython(series);
  const [python] = findPythons(oldest).toSorted((a, b) => b.version[1] - a.version[1]);
  if (python) return python;
  throw new Error(
    `There is no Python ${oldest.join('.')} or newer with SQLite to compare with. Install one.`,
  );
}

/** Not installed by pip, so that both sides have the very same files. */
async function fill(python: Python, folder: string, {series}: Sources): Promise<void> {
  await run(python.command, ['-m', 'venv', '--without-pip', folder], {
    env: {...process.env, ...python.env},
  });
  const [name = ''] = await readdir(join(folder, 'lib'));
  const link = join(folder, 'lib', name, 'site-packages', 'django-suite.pth');
  await writeFile(link, `${join(SITE_PACKAGES, series)}\n`);
}
