/** Generators that are no part of this package, installed where nothing else sees them. */
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import process from 'node:process';
import {CommandError, run} from '../../src/build/command.js';
import {pip} from '../../src/build/distribution/pip.js';
import {replaceFolder} from '../../src/build/files.js';
import {CACHE, PYTHON} from '../../src/build/paths.js';
import {say} from '../../src/build/progress.js';
import {installPackages} from '../setup/install-browsers.js';
import {which} from '../setup/browsers.js';
import {NotInstalled} from './generator.js';

const FOLDER = join(CACHE, 'generators');

/** Packages of Python in a folder of their own; see `requirements/`. */
export type PythonSet = 'light' | 'heavy';

/**
 * Run a module of Python that one of the sets has.
 *
 * @returns What it printed.
 * @throws NotInstalled, or Error with what the module said.
 */
export async function runPython(
  set: PythonSet,
  args: readonly string[],
  cwd?: string,
): Promise<string> {
  const paths = [await pythonFolder(set), join(PYTHON, 'docs')];
  const env = {...process.env, PYTHONPATH: paths.join(delimiter), PYTHONDONTWRITEBYTECODE: '1'};
  return runWhole('python3', args, {env, ...(cwd !== undefined && {cwd})});
}

/** Where a set's packages are. */
export async function pythonFolder(set: PythonSet): Promise<string> {
  const list = join(import.meta.dirname, 'requirements', `${set}.txt`);
  const folder = join(FOLDER, `python-${set}-${hash(await readFile(list))}`);
  return await once(folder, draft =>
    pip(['install', '--quiet', '--only-binary=:all:', '--target', draft, '-r', list]),
  );
}

/**
 * A `node_modules` with these packages and what they need.
 *
 * @param packages As npm takes them, e.g. `vitepress@1.6.4`.
 */
export async function nodeModules(packages: readonly string[]): Promise<string> {
  const folder = join(FOLDER, `node-${hash(packages.join('\n'))}`);
  await once(folder, async draft => {
    await writeFile(join(draft, 'package.json'), '{"private": true}');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await runWhole('npm', ['install', ...options, ...packages], {cwd: draft});
  });
  return join(folder, 'node_modules');
}

/** A program that Debian has. */
export function debianProgram(name: string): string {
  if (which(name) === null) installPackages(name, [[name]]);
  const path = which(name);
  if (path === null)
    throw new NotInstalled(`there is no ${name}, and no apt-get to install it with`);
  return path;
}

/** Run a program, whose whole output is the reason where it fails. */
export async function runWhole(
  program: string,
  args: readonly string[],
  options: Parameters<typeof run>[2],
): Promise<string> {
  try {
    return await run(program, args, options);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new Error(`${error.message}:\n${error.output.slice(-4000)}`, {cause: error});
  }
}

async function once(folder: string, install: (draft: string) => Promise<unknown>): Promise<string> {
  if (existsSync(folder)) return folder;
  say(`Installing ${folder.slice(FOLDER.length + 1)} …`);
  try {
    await replaceFolder(folder, async draft => void (await install(draft)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotInstalled(`it could not be installed: ${reason}`, {cause: error});
  }
  return folder;
}

function hash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
