/** What others install Django from: its sources, compressed, no bytecode. */
import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {run} from '../../../src/build/command.js';
import {readFiles, writeWhole} from '../../../src/build/files.js';
import {CACHE, SITE_PACKAGES} from '../../../src/build/paths.js';

/** Where they lie, made once. */
export const SOURCES = join(CACHE, 'bench', 'sources');

/** Names of the archives of one series, as they lie in {@link SOURCES}. */
export interface SourceArchives {
  /** One for each package, with its metadata, as a wheel has them. */
  readonly wheels: readonly string[];
  /** All of site-packages in one. */
  readonly tarball: string;
}

/** @param series e.g. `5.2`; its packages are installed already, because the runtime was built. */
export async function makeSourceArchives(series: string): Promise<SourceArchives> {
  const folder = join(SITE_PACKAGES, series);
  const entries = (await readdir(folder)).toSorted();
  const metadata = entries.filter(name => name.endsWith('.dist-info'));
  const packages = metadata.map(name => name.replace('.dist-info', ''));
  const tarball = `${packages.join('-')}.tar.gz`;
  const wheels = await Promise.all(packages.map(name => makeWheel(folder, entries, name)));
  if (!existsSync(join(SOURCES, tarball))) {
    await run('tar', ['-czf', join(SOURCES, tarball), '-C', folder, ...entries]);
  }
  return {wheels, tarball};
}

/** @param name Package and version, e.g. `django-5.2.1`. */
async function makeWheel(
  folder: string,
  entries: readonly string[],
  name: string,
): Promise<string> {
  const wheel = `${name}-py3-none-any.whl`;
  if (existsSync(join(SOURCES, wheel))) return wheel;
  const content: Record<string, Uint8Array> = {};
  const tops = entries.filter(entry => entry === name.split('-')[0] || entry.startsWith(name));
  for (const top of tops) {
    for (const file of await readFiles(join(folder, top)))
      content[`${top}/${file.path}`] = file.content;
  }
  await writeWhole(join(SOURCES, wheel), zipSync(content));
  return wheel;
}
