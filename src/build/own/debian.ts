/** Packages of Debian, for machines that reach one of its mirrors but no Python package index. */
import {mkdir, readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {RuntimePackage} from '../../protocol/runtime.js';
import {Apt, type Candidate} from '../distribution/apt.js';
import {copyResolved} from '../distribution/debian-layout.js';
import {extractAll, fromSuites} from '../distribution/debian.js';
import {listFiles, type PlacedFile} from '../files.js';

/** What `--with` begins with, e.g. `debian:python3-django-filters`. */
const PREFIX = 'debian:';

/** What is taken along of all that a package needs: Python's, and what static files are links to. */
const NEEDED = /^(?:python3|libjs|fonts)-/;

/** Parts that only Debian's own tools read. */
const UNREAD = /(?:^|\/)__pycache__\/|\.pyc$|\.egg-info\/(?:SOURCES|dependency_links|not-zip-safe)/;

/** The names of Debian's packages, of all that are to be in a runtime. */
export function debianNames(packages: readonly string[]): readonly string[] {
  return packages
    .filter(each => each.startsWith(PREFIX))
    .map(each => each.slice(PREFIX.length).trim());
}

/** The others, which are pip's. */
export function isPips(written: string): boolean {
  return !written.startsWith(PREFIX);
}

/**
 * Have packages and what they need, but for what the runtime has.
 *
 * @param scratch An empty folder.
 * @returns their files as they lie in site-packages.
 * @throws Error where this machine has no mirror of Debian, or that has no such package.
 */
export async function collectDebian(
  names: readonly string[],
  included: readonly RuntimePackage[],
  scratch: string,
): Promise<readonly PlacedFile[]> {
  const apt = await Apt.forThisMachine(join(scratch, 'apt'));
  const known = new Set(['python3', ...included.map(({name}) => `python3-${name}`)]);
  const chosen = await chooseAll(apt, names, known);
  const archives = join(scratch, 'archives');
  const root = join(scratch, 'root');
  for (const folder of [archives, root]) await mkdir(folder);
  await apt.download(chosen, archives);
  await extractAll(archives, root);
  const folder = join(scratch, 'site-packages');
  await copyResolved(root, join(root, 'usr/lib/python3/dist-packages'), folder);
  const files: PlacedFile[] = [];
  for (const path of await listFiles(folder)) {
    if (path.endsWith('.so')) throw new Error(`${basename(path)} is compiled: do without it.`);
    if (UNREAD.test(path)) continue;
    files.push({path: asInWheels(path), content: await readFile(join(folder, path))});
  }
  return files;
}

/** All of them from the first suites that have them. */
async function chooseAll(
  apt: Apt,
  names: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly Candidate[]> {
  return fromSuites(apt, 'Debian’s packages could not be had', async explain => {
    const found = new Set((await apt.newest(names)).map(({name}) => name));
    const missing = names.filter(name => !found.has(name));
    if (missing.length === 0) return withNeeds(apt, names, known);
    explain(`has no ${missing.join(', ')}`);
    return undefined;
  });
}

async function withNeeds(
  apt: Apt,
  names: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly Candidate[]> {
  const needs = await apt.needs(names);
  const chosen = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (chosen.has(name)) continue;
    chosen.add(name);
    const wanted = needs.get(name) ?? [];
    open.push(...wanted.filter(each => NEEDED.test(each) && !known.has(each)));
  }
  // What has no version is a name for several packages, of which Python's none is.
  return apt.newest([...chosen]);
}

/** Metadata of older tools lies under other names. */
export function asInWheels(path: string): string {
  return path
    .replace(/^([^/]+?)(?:-py3[.\d]*)?\.egg-info\/PKG-INFO$/, '$1.dist-info/METADATA')
    .replace(/^([^/]+?)(?:-py3[.\d]*)?\.egg-info\//, '$1.dist-info/');
}
