import {readdir, readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import type {ProjectFile} from '../../../src/protocol/project.js';

/** The files of a project that lies in a folder beside this file, as an author would give them. */
export async function readProject(name: string): Promise<ProjectFile[]> {
  const folder = join(import.meta.dirname, name);
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return Promise.all(
    entries
      .filter(
        entry => entry.isFile() && !/__pycache__|\.po$/.test(join(entry.parentPath, entry.name)),
      )
      .map(async entry => {
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        const content = path.endsWith('.mo') ? new Uint8Array(bytes) : bytes.toString();
        return {path: relative(folder, path), content};
      }),
  );
}
