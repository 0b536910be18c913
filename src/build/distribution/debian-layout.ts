/** Debian's folders, made to look like packages of the Python package index. */
import {cp, mkdir, readdir, readFile, realpath, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {listFiles} from '../files.js';
import {writeTzdata} from './debian-tzdata.js';

/** Debian package → where in site-packages its copyright notice belongs. */
const NOTICES: Readonly<Record<string, (distInfo: DistInfo) => string>> = {
  'python3-django': distInfo => join(distInfo('django'), 'licenses', 'LICENSE'),
  'python3-asgiref': distInfo => join(distInfo('asgiref'), 'licenses', 'LICENSE'),
  'python3-sqlparse': distInfo => join(distInfo('sqlparse'), 'licenses', 'LICENSE'),
  'libjs-jquery': distInfo => join(distInfo('django'), 'licenses', 'LICENSE.jquery'),
  tzdata: distInfo => join(distInfo('tzdata'), 'licenses', 'LICENSE'),
};

/** The folder with a package's metadata, e.g. `django-5.2.17.dist-info`. */
type DistInfo = (name: string) => string;

/**
 * @param root A folder that Debian packages were extracted into.
 * @param folder An empty folder, to be filled as site-packages.
 */
export async function debianRootToSitePackages(root: string, folder: string): Promise<void> {
  await copyResolved(root, join(root, 'usr/lib/python3/dist-packages'), folder);
  await writeTzdata(join(root, 'usr/share/zoneinfo'), folder);
  const distInfos = (await readdir(folder)).filter(name => name.endsWith('.dist-info'));
  const distInfo: DistInfo = name => {
    const found = distInfos.find(candidate => candidate.toLowerCase().startsWith(`${name}-`));
    if (!found) throw new Error(`Debian's package of ${name} has no metadata`);
    return found;
  };
  for (const [name, place] of Object.entries(NOTICES)) {
    const notice = join(folder, place(distInfo));
    await mkdir(dirname(notice), {recursive: true});
    await cp(join(root, 'usr/share/doc', name, 'copyright'), notice);
  }
}

/** Copy a folder's files; a link into another package becomes the file it leads to. */
export async function copyResolved(root: string, from: string, to: string): Promise<void> {
  for (const path of await listFiles(from)) {
    const source = await realpath(join(from, path)).catch(() => null);
    if (source === null || !source.startsWith(await realpath(root))) {
      throw new Error(`${basename(path)} is a link into a package that was not downloaded`);
    }
    if ((await stat(source)).isDirectory()) throw new Error(`${path} is a link to a folder`);
    await mkdir(dirname(join(to, path)), {recursive: true});
    await writeFile(join(to, path), await readFile(source));
  }
}
