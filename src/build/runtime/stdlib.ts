import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {unzipSync} from 'fflate';
import {divide, type Images} from './images.js';
import {STDLIB} from './layout.js';

/**
 * Pyodide's standard library with bytecode: its own zip holds only sources, which every
 * interpreter would compile again.
 */
export async function buildStdlib(): Promise<Images> {
  const original = await readFile(fileURLToPath(import.meta.resolve('pyodide/python_stdlib.zip')));
  const files = Object.entries(unzipSync(original))
    .filter(([path]) => !path.endsWith('/'))
    .map(([path, content]) => ({path, content}));
  return divide(files, STDLIB);
}
