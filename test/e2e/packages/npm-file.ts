import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {ROOT} from '../../../src/build/paths.js';
import type {ProjectFile} from '../../../src/protocol/project.js';

/**
 * A file of an npm package, as a static file of a project.
 *
 * @param path the package and where the file lies in it, e.g. `alpinejs/dist/cdn.js`.
 */
export async function npmFile(path: string): Promise<ProjectFile> {
  const content = await readFile(join(ROOT, 'node_modules', path), 'utf8');
  return {path: `static/${path}`, content};
}
