import {deflateSync, Inflate, strToU8} from 'fflate';
import {DICTIONARY} from './dictionary.js';

/** Bytes that are inflated at a time, so that what is too large is noticed soon. */
const STEP = 4096;

/** Make bytes fewer, the more so the more they look like a Django project. */
export function compress(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return deflateSync(bytes, {level: 9, mem: 12, dictionary: strToU8(DICTIONARY)});
}

/**
 * @param largest Bytes at most.
 * @returns what was compressed; `undefined` where it is damaged or larger.
 */
export function decompress(
  compressed: Uint8Array<ArrayBuffer>,
  largest: number,
): Uint8Array<ArrayBuffer> | undefined {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  let ended = false;
  const inflate = new Inflate({dictionary: strToU8(DICTIONARY)}, (part, final) => {
    parts.push(part);
    length += part.length;
    ended ||= final;
    if (length > largest) throw new RangeError('There is more than was asked for.');
  });
  try {
    for (let start = 0; start < compressed.length; start += STEP) {
      const end = start + STEP;
      inflate.push(compressed.subarray(start, end), end >= compressed.length);
    }
  } catch {
    return undefined;
  }
  if (!ended) return undefined;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
