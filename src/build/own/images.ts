import {basename} from 'node:path';
import {readFile} from 'node:fs/promises';
import {unzipSync} from 'fflate';
import type {PlacedFile} from '../files.js';
import {storedZip} from '../runtime/archive.js';
import {cachePath} from '../runtime/layout.js';
import type {Python} from './python.js';

/** Where the Python side looks for what its baseline imports. */
const PRELOAD = 'django_playground_data/preload.txt';

/** Where parts of a wheel belong that do not lie in it as in site-packages. */
const DATA = /^[^/]+\.data\/(?:(?:purelib|platlib)\/(.+)|.*)$/;

/** What a site never reads. */
const UNREAD = /\/$|\.(?:pyc|po)$|\.dist-info\/RECORD$/;

/** Lies beside the images. */
const LICENCE = /\.dist-info\/licenses\//;

/** Modules that need settings or the command line, or do something when they are imported. */
const NOT_PRELOADED =
  /(?:^|\/)(?:tests?|testing|migrations|management|docs|examples)\/|(?:^|\/)(?:__main__|conftest|setup|admin|models|tests?)\.py$/;

/** The files of wheels as they lie in site-packages. */
export async function readWheels(wheels: readonly string[]): Promise<readonly PlacedFile[]> {
  const all = new Map<string, Uint8Array>();
  for (const wheel of wheels) {
    for (const [path, content] of Object.entries(unzipSync(await readFile(wheel)))) {
      const [isData, inside] = DATA.exec(path) ?? [];
      const place = isData === undefined ? path : inside;
      if (place === undefined || UNREAD.test(place)) continue;
      if (place.endsWith('.so'))
        throw new Error(`${basename(wheel)} is compiled: it has ${place}.`);
      all.set(place, content);
    }
  }
  return [...all].map(([path, content]) => ({path, content}));
}

/** Packages as they are mounted, and their sources, which only tracebacks show. */
export function makeImages(
  files: readonly PlacedFile[],
  python: Python,
): {readonly image: Uint8Array; readonly sources: Uint8Array} {
  const modules = files.filter(({path}) => path.endsWith('.py'));
  const compiled = modules.map(({path, content}) => ({
    path,
    bytecode: python.compile(path, content),
  }));
  const bytecode = compiled.flatMap(({path, bytecode: content}) =>
    content ? [{path: cachePath(path), content}] : [],
  );
  const isCompiled = new Set(compiled.flatMap(each => (each.bytecode ? [each.path] : [])));
  const preload = {path: PRELOAD, content: Buffer.from(python.importable(preloaded(modules)))};
  const others = files.filter(({path}) => !isCompiled.has(path) && !LICENCE.test(path));
  return {
    image: storedZip([...others, ...bytecode, preload]),
    sources: storedZip(files.filter(({path}) => isCompiled.has(path))),
  };
}

function preloaded(modules: readonly PlacedFile[]): string[] {
  return modules
    .filter(({path}) => !NOT_PRELOADED.test(path))
    .map(({path}) => path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.'))
    .filter(name => /^[\w.]+$/.test(name));
}
