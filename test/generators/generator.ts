/** What a generator of documentation is to its test. */
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {CACHE} from '../../src/build/paths.js';

/** Where all sites are made, one folder each; a folder's name is the first part of its address. */
export const SITES = join(CACHE, 'generators', 'sites');

/** Where the element's files are on the tests' server. */
export const SCRIPT = '/playground/django-playground.js';
export const STYLESHEET = '/playground/django-playground.css';

export interface Generator {
  /** E.g. `Hugo`. */
  readonly name: string;
  /** The first part of its pages' addresses. */
  readonly folder: string;
  /** What its pages are called. */
  readonly pages: readonly string[];
  /**
   * Make the site.
   *
   * @param source An empty folder for what it is made from.
   * @param site An empty folder that is served as `/<folder>/`.
   * @returns The addresses of the pages below the site, in the order of `pages`.
   * @throws NotInstalled
   */
  readonly make: (source: string, site: string) => Promise<readonly string[]>;
}

/** Why a generator cannot be tried here. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** Make a generator's site anew, and say the addresses of its pages on the tests' server. */
export async function makeSite({folder, make}: Generator): Promise<readonly string[]> {
  const source = join(CACHE, 'generators', 'sources', folder);
  const site = join(SITES, folder);
  for (const each of [source, site]) {
    await rm(each, {recursive: true, force: true});
    await mkdir(each, {recursive: true});
  }
  return (await make(source, site)).map(path => `/${folder}/${path}`);
}

/** Write files with the folders that they lie in. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), content);
  }
}

/** A whole document, for a generator that makes only what stands in one. */
export function documentOf(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Two playgrounds</title>
<link rel="stylesheet" href="${STYLESHEET}">
<script type="module" src="${SCRIPT}"></script>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
