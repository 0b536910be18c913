import {existsSync} from 'node:fs';
import {chmod, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {unzipSync} from 'fflate';
import {run} from '../command.js';
import {pip} from '../distribution/pip.js';
import {writeWhole} from '../files.js';
import {CACHE} from '../paths.js';
import {SkippedStep} from './step.js';

/** One version for all, since another one formats differently. */
const VERSION = '0.17.5';

const PROGRAM = join(CACHE, 'tools', `ruff-${VERSION}`);

/**
 * The linter and formatter of our Python: the machine's own in the right version, or one from the
 * Python package index, kept in the cache.
 *
 * @throws SkippedStep when it cannot be had.
 */
export async function findRuff(): Promise<string> {
  const installed = await run('ruff', ['--version']).catch(() => '');
  if (installed.trim() === `ruff ${VERSION}`) return 'ruff';
  if (existsSync(PROGRAM)) return PROGRAM;
  try {
    await download();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SkippedStep(`ruff ${VERSION} could not be had: ${reason}`, {cause: error});
  }
  return PROGRAM;
}

/** Its wheel holds a single program that needs no Python. */
async function download(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ruff-'));
  try {
    const options = ['--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder];
    await pip(['download', ...options, `ruff==${VERSION}`]);
    const [wheel = ''] = await readdir(folder);
    const files = Object.entries(unzipSync(await readFile(join(folder, wheel))));
    const program = files.find(([path]) => /\.data\/scripts\/ruff(?:\.exe)?$/.test(path))?.[1];
    if (!program) throw new Error(`${wheel} holds no program`);
    await writeWhole(PROGRAM, program);
    await chmod(PROGRAM, 0o755);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
