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
 * read in place.
 *
 * @throws Error when the bytes are no zip, or when a file in it is compressed.
 */
export function readZipDirectory(zip: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEndOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  for (let index = 0; index < count; index++) {
    const compression = view.getUint16(position + 10, true);
    const size = view.getUint32(position + 24, true);
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const commentLength = view.getUint16(position + 32, true);
    const local = view.getUint32(position + 42, true);
    const nameStart = position + DIRECTORY_ENTRY_SIZE;
    const name = decoder.decode(zip.subarray(nameStart, nameStart + nameLength));
    if (!name.endsWith('/')) {
      if (compression !== 0) throw new Error(`The image is broken: ${name} is compressed.`);
      // The local header repeats name and extra field, with lengths of its own.
      const offset =
        local +
        LOCAL_HEADER_SIZE +
        view.getUint16(local + 26, true) +
        view.getUint16(local + 28, true);
      entries.set(name, {offset, size});
    }
    position = nameStart + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findEndOfDirectory(view: DataView): number {
  // A comment of up to 64 KiB may follow the record.
  const first = Math.max(0, view.byteLength - END_OF_DIRECTORY_SIZE - 0xffff);
  for (let at = view.byteLength - END_OF_DIRECTORY_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new Error('The image is broken: it is not a zip file.');
}
