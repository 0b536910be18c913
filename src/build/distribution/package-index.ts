/** The Python package index, through pip with the settings of this machine. */
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';
import {CommandError, run, succeeds} from '../command.js';
import {requirementsFile} from './requirements.js';
import {PYTHON_VERSION} from '../series.js';
import type {PackageSource} from './package-source.js';

const PIP_COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
  ['pip3'],
  ['pip'],
];

export const packageIndex: PackageSource = {
  name: 'index',
  async install(series, folder) {
    const wheels = await mkdtemp(join(tmpdir(), 'wheels-'));
    try {
      await downloadWheels(requirementsFile(series), wheels);
      for (const wheel of await readdir(wheels)) await unpack(join(wheels, wheel), folder);
    } finally {
      await rm(wheels, {recursive: true, force: true});
    }
  },
};

/** Exact versions, each checked against its hash; nothing that would have to be built. */
async function downloadWheels(requirements: string, folder: string): Promise<void> {
  const [program, ...args] = await findPip();
  args.push('download', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes');
  args.push('--python-version', PYTHON_VERSION, '--dest', folder, '--requirement', requirements);
  try {
    await run(program, args);
  } catch (error) {
    const output = error instanceof CommandError ? error.output : String(error);
    throw new Error(`pip could not download it: ${lastError(output)}`, {cause: error});
  }
}

async function findPip(): Promise<[string, ...string[]]> {
  for (const [program, ...args] of PIP_COMMANDS) {
    if (await succeeds(program, [...args, '--version'])) return [program, ...args];
  }
  throw new Error('pip is not installed');
}

function lastError(output: string): string {
  const lines = output.split('\n').filter(line => line.trim());
  return (lines.findLast(line => line.startsWith('ERROR')) ?? lines.at(-1) ?? 'no reason given')
    .replace(/^ERROR:\s*/, '')
    .trim();
}

async function unpack(wheel: string, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(unzipSync(await readFile(wheel)))) {
    if (path.endsWith('/')) continue;
    const target = join(folder, path);
    await mkdir(dirname(target), {recursive: true});
    await writeFile(target, content);
  }
}
