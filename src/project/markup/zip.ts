import {unzipSync} from 'fflate';
import type {Child} from './child.js';
import {badSource} from './source.js';

/**
 * The files of a zip. Where a folder holds the whole project, as in what Download makes, its name
 * is left out.
 *
 * @throws PlaygroundError `bad-source`.
 */
export function readZip(bytes: Uint8Array<ArrayBuffer>, url: string): Child[] {
  const entries = Object.entries(unzip(bytes, url)).filter(([path]) => !path.endsWith('/'));
  const [folder = ''] = /^[^/]+\//.exec(entries[0]?.[0] ?? '') ?? [];
  const isWhole =
    entries.every(([path]) => path.startsWith(folder)) &&
    entries.some(([path]) => path === `${folder}manage.py`);
  return entries.map(([path, content]) => ({
    path: isWhole ? path.slice(folder.length) : path,
    content: content.slice(),
  }));
}

function unzip(bytes: Uint8Array, url: string): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw badSource(url, `cannot be unzipped: ${reason}`, cause);
  }
}
