import {deflateSync, Inflate, strToU8} from 'fflate';
import {DICTIONARY} from './dictionary.js';
import {mix, unmix} from './mixing.js';

/** Bytes that are inflated at a time, so that what is too large is noticed soon. */
const STEP = 4096;

/** Which way it was, in the first byte. Mixing makes links by a third shorter, and takes longer. */
const DEFLATED = 0;
const MIXED = 1;

/** Bytes up to which mixing takes well below a second; what is more makes no short link anyway. */
const MOST_MIXED = 60_000;

/** Make bytes fewer, the more so the more they look like a Django project. */
export function compress(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const {length} = bytes;
  const known = strToU8(DICTIONARY);
  if (length <= MOST_MIXED) {
    return Uint8Array.of(MIXED, length >> 8, length & 0xff, ...mix(bytes, known));
  }
  const deflated = deflateSync(bytes, {level: 9, mem: 12, dictionary: known});
  const compressed = new Uint8Array(1 + deflated.length);
  compressed[0] = DEFLATED;
  compressed.set(deflated, 1);
  return compressed;
}

/**
 * @param largest Bytes at most.
 * @returns what was compressed; `undefined` where it is damaged or larger.
 */
export function decompress(
  compressed: Uint8Array<ArrayBuffer>,
  largest: number,
): Uint8Array<ArrayBuffer> | undefined {
  const [kind, high = 0, low = 0] = compressed;
  if (kind === DEFLATED) return inflateUpTo(compressed.subarray(1), largest);
  if (kind !== MIXED) return undefined;
  return unmix(compressed.subarray(3), (high << 8) | low, strToU8(DICTIONARY));
}

function inflateUpTo(
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
