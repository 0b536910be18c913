import {zipSync, type Zippable} from 'fflate';
import type {PlacedFile} from '../files.js';

/** The first moment a zip can name: the same content gives the same bytes at any time. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A zip whose files are stored, not compressed, so that they can be read in place and the host
 * compresses all of it at once, which is smaller. Files come in the order of their paths; there are
 * no entries for folders.
 */
export function storedZip(files: readonly PlacedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const {path, content} of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    entries[path] = content;
  }
  return zipSync(entries, {level: 0, mtime: NO_TIME});
}
