import {randomUUID} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join, relative, sep} from 'node:path';

/** A file by its path below some folder, `/` between its parts. */
export interface PlacedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The paths of all files below a folder, sorted, `/` between their parts. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** All files below a folder with their bytes, sorted by path. */
export async function readFiles(folder: string): Promise<PlacedFile[]> {
  const paths = await listFiles(folder);
  return Promise.all(
    paths.map(async path => ({path, content: await readFile(join(folder, path))})),
  );
}

/** Write a file and the folders it lies in. Nobody ever reads half of it. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, path);
}

/**
 * Make a folder's content anew: `fill` gets an empty one, which takes the place of the old one
 * when all went well.
 */
export async function replaceFolder(
  folder: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, {recursive: true});
  try {
    await fill(draft);
    await rm(folder, {recursive: true, force: true});
    await rename(draft, folder);
  } finally {
    await rm(draft, {recursive: true, force: true});
  }
}
