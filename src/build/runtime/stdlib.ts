import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {unzipSync} from 'fflate';
import type {PlacedFile} from '../files.js';
import {storedZip} from './archive.js';
import {compileModules} from './bytecode.js';

/** Where Pyodide puts the standard library's zip. */
const PLACE = '/lib/python314.zip';

/**
 * Pyodide's standard library with bytecode: its own zip holds only sources, which every
 * interpreter would compile again. Sources stay, for tracebacks.
 */
export async function buildStdlib(): Promise<Uint8Array> {
  const original = await readFile(fileURLToPath(import.meta.resolve('pyodide/python_stdlib.zip')));
  const files: PlacedFile[] = Object.entries(unzipSync(original))
    .filter(([path]) => !path.endsWith('/'))
    .map(([path, content]) => ({path, content}));
  const modules = files.filter(({path}) => path.endsWith('.py'));
  const bytecode = await compileModules(
    modules.map(({path, content}) => ({filename: `${PLACE}/${path}`, source: content})),
  );
  // Importing from a zip, Python looks for a module's bytecode beside its source.
  const compiled = bytecode.map((content, index) => ({
    path: `${modules[index]?.path}c`,
    content,
  }));
  return storedZip([...files, ...compiled]);
}
