import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {replaceFolder, writeWhole} from '../files.js';
import {sha256} from '../hash.js';
import {SITE_PACKAGES} from '../paths.js';
import {say} from '../progress.js';
import {debian} from './debian.js';
import {readPackages, type PackageMetadata} from './metadata.js';
import {packageIndex} from './package-index.js';
import {chosenSource, type PackageSource, type SourceName} from './package-source.js';
import {prune} from './prune.js';
import {pinRequirements, requirementsFile} from './requirements.js';

/** One series of Django and what it needs, unpacked. */
export interface Distribution {
  readonly series: string;
  readonly source: SourceName;
  /** The packages as they would lie in site-packages. */
  readonly folder: string;
  readonly packages: readonly PackageMetadata[];
}

/** What was unpacked and why, so that a second run has nothing to do. */
interface DistributionRecord {
  /** Changes when the folder has to be made anew. */
  readonly key: string;
  readonly source: SourceName;
}

/** Raised when the same packages would be unpacked differently. */
const FORMAT = 1;

const SOURCES: readonly PackageSource[] = [packageIndex, debian];

/**
 * Have one series of Django unpacked, from the first source that has it.
 *
 * @throws Error that names each source and why it could not give it.
 */
export async function obtainDistribution(series: string): Promise<Distribution> {
  const folder = join(SITE_PACKAGES, series);
  const chosen = chosenSource();
  // Debian's packages can do without.
  const pins = await pinRequirements(series)
    .then(() => readFile(requirementsFile(series), 'utf8'))
    .catch(() => '');
  const key = sha256(`${FORMAT} ${pins}`);
  const known = await readRecord(series);
  if (known?.key === key && (chosen ?? known.source) === known.source && existsSync(folder)) {
    return {series, source: known.source, folder, packages: await readPackages(folder)};
  }
  const sources = SOURCES.filter(({name}) => chosen === null || name === chosen);
  const source = await installFromFirst(sources, series, folder);
  await writeWhole(recordFile(series), JSON.stringify({key, source} satisfies DistributionRecord));
  return {series, source, folder, packages: await readPackages(folder)};
}

async function installFromFirst(
  sources: readonly PackageSource[],
  series: string,
  folder: string,
): Promise<SourceName> {
  const reasons: string[] = [];
  for (const source of sources) {
    say(`Django ${series}: getting it from ${TITLES[source.name]} …`);
    try {
      await replaceFolder(folder, async draft => {
        await source.install(series, draft);
        await prune(draft);
      });
      return source.name;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      reasons.push(reason);
      say(`Django ${series}: not from ${TITLES[source.name]}: ${reason}`);
    }
  }
  throw new Error(`Django ${series} could not be had: ${reasons.join('; ')}.`);
}

const TITLES: Readonly<Record<SourceName, string>> = {
  index: 'the Python package index',
  debian: 'Debian packages',
};

function recordFile(series: string): string {
  return join(SITE_PACKAGES, `${series}.json`);
}

async function readRecord(series: string): Promise<DistributionRecord | null> {
  try {
    return JSON.parse(await readFile(recordFile(series), 'utf8')) as DistributionRecord;
  } catch {
    // Never made, or half written by an older version: it is made anew.
    return null;
  }
}
