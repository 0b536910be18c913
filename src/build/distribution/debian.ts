/**
 * Debian's packages, for machines that reach a Debian mirror but no Python package index. A
 * private apt configuration names the mirror of this machine and suites of our own choice, so
 * that the system itself stays as it is and nobody needs to be root.
 */
import {mkdir, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Apt, type Candidate} from './apt.js';
import {debianRootToSitePackages} from './debian-layout.js';
import {run} from '../command.js';
import type {PackageSource} from './package-source.js';

/**
 * Where to look, in this order. The first has all that Django needs; the others may have a series
 * of Django that it has not. A mirror keeps a series, never an exact version, for long.
 */
const SUITES: readonly string[] = ['forky', 'experimental', 'trixie-backports', 'sid'];

const DJANGO = 'python3-django';

/** The admin's jQuery is a package of its own; `tzdata-legacy` has names such as `US/Eastern`. */
const COMPANIONS = [
  'python3-asgiref',
  'python3-sqlparse',
  'libjs-jquery',
  'tzdata',
  'tzdata-legacy',
];

export const debian: PackageSource = {
  name: 'debian',
  async install(series, folder) {
    const scratch = await mkdtemp(join(tmpdir(), 'debian-'));
    try {
      const apt = await Apt.forThisMachine(scratch);
      const archives = join(scratch, 'archives');
      await mkdir(archives);
      await apt.download(await choose(apt, series), archives);
      const root = join(scratch, 'root');
      await extractAll(archives, root);
      await debianRootToSitePackages(root, folder);
    } finally {
      await rm(scratch, {recursive: true, force: true});
    }
  },
};

/** @throws Error when no suite has this series or something that it needs. */
async function choose(apt: Apt, series: string): Promise<Candidate[]> {
  const isInSeries = ({version}: Candidate) => upstream(version).startsWith(`${series}.`);
  return fromSuites(apt, `none of Debian's ${SUITES.join(', ')} has Django ${series}`, async () => {
    const django = (await apt.versions(DJANGO)).find(isInSeries);
    const companions = await Promise.all(COMPANIONS.map(name => apt.versions(name)));
    const chosen = [django, ...companions.map(([newest]) => newest)];
    return chosen.every(candidate => candidate !== undefined) ? chosen : undefined;
  });
}

/**
 * What is found once there are as many suites as it takes.
 *
 * @param failure What it means when there are never enough.
 * @param find Gives nothing, perhaps with a reason, as long as more suites are needed.
 * @throws Error that says what each suite lacks.
 */
export async function fromSuites<Found>(
  apt: Apt,
  failure: string,
  find: (explain: (reason: string) => void) => Promise<Found | undefined>,
): Promise<Found> {
  const problems: string[] = [];
  for (const suite of SUITES) {
    try {
      await apt.addSuite(suite);
    } catch (error) {
      problems.push(`${suite}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const found = await find(reason => problems.push(`${suite} ${reason}`));
    if (found !== undefined) return found;
  }
  throw new Error([failure, ...problems].join('; '));
}

/** Unpack every package in a folder into one tree. */
export async function extractAll(archives: string, root: string): Promise<void> {
  for (const archive of await readdir(archives)) {
    await run('dpkg-deb', ['--extract', join(archives, archive), root]);
  }
}

/** `3:5.2.17-2` → `5.2.17-2`. */
function upstream(version: string): string {
  return version.replace(/^\d+:/, '');
}
