import {join} from 'node:path';
import {readFiles} from '../../src/build/files.js';

/** A site's files: those that are written here, and those of the suite, by path. */
export async function siteFiles(
  folder: string,
  more: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const own = await readFiles(join(folder, 'site'));
  const python = own.filter(({path}) => path.endsWith('.py') && !path.includes('__pycache__'));
  return {...Object.fromEntries(python.map(({path, content}) => [path, content])), ...more};
}
