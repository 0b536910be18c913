/** The Python package index, through pip with the settings of this machine. */
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';
import {PYTHON_VERSION} from '../series.js';
import type {PackageSource} from './package-source.js';
import {pip} from './pip.js';
import {requirementsFile} from './requirements.js';

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
function downloadWheels(requirements: string, folder: string): Promise<void> {
  const options = ['--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  const target = ['--python-version', PYTHON_VERSION, '--dest', folder];
  return pip(['download', ...options, ...target, '--requirement', requirements]);
}

async function unpack(wheel: string, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(unzipSync(await readFile(wheel)))) {
    if (path.endsWith('/')) continue;
    const target = join(folder, path);
    await mkdir(dirname(target), {recursive: true});
    await writeFile(target, content);
  }
}
