import {existsSync} from 'node:fs';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {writeWhole} from '../files.js';
import {sha256} from '../hash.js';
import {REQUIREMENTS} from '../paths.js';
import {say} from '../progress.js';
import {PYTHON_VERSION} from '../series.js';
import {pip} from './pip.js';

/** What a runtime holds whose Django does not ask for it: there are no zones in a browser's system. */
const BESIDE = ['tzdata'];

/** The pinned versions and hashes of one series' packages. */
export function requirementsFile(series: string): string {
  return join(REQUIREMENTS, `django-${series}.txt`);
}

/**
 * Pin what a new series needs to what the package index has now; a file that is there stays.
 *
 * @throws Error with pip's reason.
 */
export async function pinRequirements(series: string): Promise<void> {
  const file = requirementsFile(series);
  if (existsSync(file)) return;
  const wheels = await mkdtemp(join(tmpdir(), 'pins-'));
  try {
    const target = ['--python-version', PYTHON_VERSION, '--only-binary=:all:', '--dest', wheels];
    await pip(['download', '--quiet', ...target, `Django==${series}.*`, ...BESIDE]);
    const lines = [`# What the runtime of Django ${series} holds: versions and hashes of wheels.`];
    for (const wheel of (await readdir(wheels)).toSorted()) {
      const [name = '', version = ''] = wheel.split('-');
      const hash = sha256(await readFile(join(wheels, wheel)));
      const written = name === 'django' ? 'Django' : name;
      lines.push(`${written}==${version} --hash=sha256:${hash}`);
    }
    await writeWhole(file, `${lines.join('\n')}\n`);
    say(`Django ${series}: its packages are pinned in ${file}; it goes into the repository.`);
  } finally {
    await rm(wheels, {recursive: true, force: true});
  }
}
