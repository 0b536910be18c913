import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {readFiles, type PlacedFile} from '../files.js';
import {PYTHON} from '../paths.js';
import {storedZip} from './archive.js';
import {compileModules} from './bytecode.js';
import {cachePath, SITE_PACKAGES} from './layout.js';
import {buildTables, TABLES_PATH} from './tables.js';

/** The playground's own packages, which travel with each series of Django, and where they lie. */
const OWN_PACKAGES = {
  django_playground: PYTHON,
  django_playground_js: join(PYTHON, 'rendering'),
};

/** What is for other Pythons only. */
const ELSEWHERE = /^django_playground_js\/node\./;

/** What is in another language than English: translations, and formats of dates and numbers. */
const OTHER_LOCALE = /(?:^|\/)locale\/(?!en\/|__pycache__\/)[^/]+\//;

/**
 * What a site never reads: texts of licences, which lie beside the images, and the tables that time
 * zones were made from.
 */
const UNREAD = /\.dist-info\/licenses\/|^tzdata\/zoneinfo\/(?:tzdata\.zi|leapseconds|\w+\.tab)$/;

/** One folder of Python's, as zips that travel at different times. */
export interface Images {
  /** Bytecode, templates, static files: what every site needs. */
  readonly code: Uint8Array;
  /** Whatever belongs to another language than English. */
  readonly locales: Uint8Array;
  /** The sources of all bytecode. */
  readonly sources: Uint8Array;
}

/**
 * Everything below site-packages: Django, what it needs, our own package, the tables that a new
 * site starts from.
 *
 * @param django Its exact version.
 */
export async function buildImages(sitePackages: string, django: string): Promise<Images> {
  const files = await readFiles(sitePackages);
  const read = files.filter(({path}) => !UNREAD.test(path));
  const tables = {path: TABLES_PATH, content: await buildTables(sitePackages, django)};
  return divide([...read, ...(await readOwnPackages()), tables], SITE_PACKAGES);
}

/**
 * Compile the modules among files and divide all by when they are needed.
 *
 * @param place Where the files will lie, which tracebacks name.
 */
export async function divide(files: readonly PlacedFile[], place: string): Promise<Images> {
  const sources = files.filter(({path}) => path.endsWith('.py'));
  const bytecode = await compileModules(
    sources.map(({path, content}) => ({filename: `${place}/${path}`, source: content})),
  );
  const compiled = bytecode.map((content, index) => ({
    path: cachePath(sources[index]?.path ?? ''),
    content,
  }));
  const others = files.filter(({path}) => !path.endsWith('.py'));
  const needed = [...others, ...compiled];
  return {
    code: storedZip(needed.filter(({path}) => !OTHER_LOCALE.test(path))),
    locales: storedZip(needed.filter(({path}) => OTHER_LOCALE.test(path))),
    sources: storedZip(sources),
  };
}

/** Our own packages' files, as they are at this moment. */
export async function readOwnPackages(): Promise<PlacedFile[]> {
  const packages = Object.entries(OWN_PACKAGES).map(async ([name, place]) => {
    const folder = join(place, name);
    const files = existsSync(folder) ? await readFiles(folder) : [];
    return files.map(({path, content}) => ({path: `${name}/${path}`, content}));
  });
  return (await Promise.all(packages))
    .flat()
    .filter(({path}) => !path.includes('__pycache__/') && !ELSEWHERE.test(path));
}
