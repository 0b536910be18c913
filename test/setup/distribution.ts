/** A folder as Pyodide's distribution is one, with wheels that were compiled for it. */
import {existsSync} from 'node:fs';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pip} from '../../src/build/distribution/pip.js';
import {replaceFolder, writeWhole} from '../../src/build/files.js';
import {sha256} from '../../src/build/hash.js';
import {ROOT} from '../../src/build/paths.js';
import {WHEELS} from './wheels.js';

/** Journeys have it as `/wheels/distribution/`. */
const FOLDER = join(WHEELS, 'distribution');

const LOCK = 'pyodide-lock.json';

/** In versions that are compiled for this Pyodide, and what they need. */
const PACKAGES = ['bitarray==3.12.3', 'pydantic-core==2.50.4', 'typing_extensions==4.16.0'];

interface Lock {
  readonly info: {readonly abi_version: string; readonly arch: string; readonly python: string};
}

/**
 * Have it, downloaded once.
 *
 * @throws Error with pip's own reason.
 */
export async function makeDistribution(): Promise<void> {
  const installed = join(ROOT, 'node_modules', 'pyodide', LOCK);
  const {info} = JSON.parse(await readFile(installed, 'utf8')) as Lock;
  const key = sha256(JSON.stringify([info, PACKAGES]));
  if (existsSync(join(FOLDER, `${key}.txt`))) return;
  const scratch = await mkdtemp(join(tmpdir(), 'distribution-'));
  try {
    const [major, minor] = info.python.split('.');
    const abis = [`cp${major}${minor}`, 'none'].flatMap(abi => ['--abi', abi]);
    const platforms = [`pyemscripten_${info.abi_version}_${info.arch}`, 'any'];
    const target = platforms.flatMap(platform => ['--platform', platform]);
    const python = ['--python-version', `${major}.${minor}`, '--implementation', 'cp', ...abis];
    const options = ['--quiet', '--no-deps', '--only-binary=:all:', ...python, ...target];
    await pip(['download', ...options, '--dest', scratch, ...PACKAGES]);
    const files = await readdir(scratch);
    await replaceFolder(FOLDER, async draft => {
      const packages: Record<string, object> = {};
      for (const file of files) {
        const bytes = await readFile(join(scratch, file));
        const [name = '', version] = file.split('-');
        packages[name] = {name, version, file_name: file, sha256: sha256(bytes), depends: []};
        await writeWhole(join(draft, file), bytes);
      }
      await writeWhole(join(draft, LOCK), JSON.stringify({info, packages}));
      await writeWhole(join(draft, `${key}.txt`), PACKAGES.join('\n'));
    });
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}
