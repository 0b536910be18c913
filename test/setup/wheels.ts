/** Real packages for tests: pure Python wheels of the index that pip is configured for. */
import {mkdir, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pip} from '../../src/build/distribution/pip.js';
import {writeWhole} from '../../src/build/files.js';
import {sha256} from '../../src/build/hash.js';
import {CACHE} from '../../src/build/paths.js';
import {PYTHON_VERSION} from '../../src/build/series.js';

/** Where they lie. Journeys have this folder as `/wheels/`. */
export const WHEELS = join(CACHE, 'wheels');

/** The versions. */
const PINS = join(import.meta.dirname, 'packages.txt');

/** What every runtime has. */
const INCLUDED = /^(?:django|asgiref|sqlparse|tzdata)-/i;

/**
 * Have packages and all that they need beside Django, downloaded once.
 *
 * @param names As in `packages.txt`, e.g. `djangorestframework`.
 * @returns names of the wheels' files, in {@link WHEELS}.
 * @throws Error with pip's own reason.
 */
export async function wheels(...names: readonly string[]): Promise<readonly string[]> {
  const key = sha256([await readFile(PINS, 'utf8'), PYTHON_VERSION, ...names].join('\n'));
  const record = join(WHEELS, `${key}.json`);
  if (existsSync(record)) return JSON.parse(await readFile(record, 'utf8')) as string[];
  const folder = await mkdtemp(join(tmpdir(), 'wheels-'));
  try {
    const target = ['--python-version', PYTHON_VERSION, '--platform', 'any', '--abi', 'none'];
    const options = ['--quiet', '--only-binary=:all:', ...target, '--constraint', PINS];
    await pip(['download', ...options, '--dest', folder, ...names]);
    const files = (await readdir(folder)).filter(name => !INCLUDED.test(name)).toSorted();
    await mkdir(WHEELS, {recursive: true});
    for (const name of files)
      await writeWhole(join(WHEELS, name), await readFile(join(folder, name)));
    await writeWhole(record, JSON.stringify(files));
    return files;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
