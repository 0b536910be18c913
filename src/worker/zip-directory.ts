import type {Shared} from '../protocol/snapshot.js';
import {readPart} from './image-bytes.js';

/** Where a file's bytes lie in a stored zip. */
export interface ZipEntry {
  readonly offset: number;
  readonly size: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_SIZE = 22;
const DIRECTORY_ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;

/**
 * Read the central directory of a zip whose files are stored, not compressed, so that each can be
 * read in place. Only the directory itself is read, and so the zip must have neither a comment nor
 * extra fields, as those of the build.
 *
 * @throws Error when the bytes are no such zip.
 */
export function readZipDirectory(zip: Shared): Map<string, ZipEntry> {
  const length = zip instanceof Uint8Array ? zip.length : zip.size;
  const end = viewOf(readPart(zip, Math.max(0, length - END_OF_DIRECTORY_SIZE), length));
  if (end.byteLength < END_OF_DIRECTORY_SIZE || end.getUint32(0, true) !== END_OF_DIRECTORY) {
    throw new Error('The image is broken: it is not a zip file.');
  }
  const start = end.getUint32(16, true);
  const directory = readPart(zip, start, start + end.getUint32(12, true));
  return readEntries(directory, end.getUint16(10, true));
}

function readEntries(directory: Uint8Array, count: number): Map<string, ZipEntry> {
  const view = viewOf(directory);
  const decoder = new TextDecoder();
  const entries = new Map<string, ZipEntry>();
  let position = 0;
  for (let index = 0; index < count; index++) {
    const compression = view.getUint16(position + 10, true);
    const size = view.getUint32(position + 24, true);
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const commentLength = view.getUint16(position + 32, true);
    const local = view.getUint32(position + 42, true);
    const nameStart = position + DIRECTORY_ENTRY_SIZE;
    const name = decoder.decode(directory.subarray(nameStart, nameStart + nameLength));
    if (!name.endsWith('/')) {
      if (compression !== 0) throw new Error(`The image is broken: ${name} is compressed.`);
      if (extraLength !== 0) throw new Error(`The image is broken: ${name} has extra fields.`);
      entries.set(name, {offset: local + LOCAL_HEADER_SIZE + nameLength, size});
    }
    position = nameStart + nameLength + extraLength + commentLength;
  }
  return entries;
}

function viewOf({buffer, byteOffset, byteLength}: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
