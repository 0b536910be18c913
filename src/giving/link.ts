import {sha256} from '@noble/hashes/sha2.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {ProjectFile} from '../protocol/project.js';
import {fromBase64Url, toBase64Url} from './base64-url.js';
import {compress, decompress} from './compression.js';
import {pack, unpack} from './packing.js';

/** Raised when what comes after it is written in another way, or with another dictionary. */
const FORMAT = 1;

/** Bytes of the sum that tells a damaged link; enough for accidents, which is all it is for. */
const SUM = 4;

const BYTES_BEFORE = 1 + SUM;

/** Bytes that a link's files may have; one made by hand could otherwise fill the memory. */
const LARGEST = 32_000_000;

/**
 * Files as a text of letters, digits, `-` and `_`, all that they are included: hidden ones, binary
 * ones, labels.
 */
export function encodeFiles(files: readonly ProjectFile[]): string {
  const compressed = compress(pack(files));
  const bytes = new Uint8Array(BYTES_BEFORE + compressed.length);
  bytes[0] = FORMAT;
  bytes.set(sumOf(compressed), 1);
  bytes.set(compressed, BYTES_BEFORE);
  return toBase64Url(bytes);
}

/**
 * The files that a text was made of.
 *
 * @throws PlaygroundError `bad-link` for a text that is damaged, or of a newer playground.
 */
export function decodeFiles(text: string): ProjectFile[] {
  const bytes = fromBase64Url(text);
  if (bytes && bytes.length > BYTES_BEFORE && bytes[0] !== FORMAT) throw badLink(NEWER);
  const compressed = bytes?.subarray(BYTES_BEFORE);
  if (!bytes || !compressed || !isSame(sumOf(compressed), bytes.subarray(1, BYTES_BEFORE))) {
    throw badLink(DAMAGED);
  }
  const packed = decompress(compressed, LARGEST);
  const files = packed && unpack(packed);
  if (!files || files.length === 0) throw badLink(DAMAGED);
  return files;
}

const DAMAGED =
  'The project in this link cannot be read: a part of the link is missing or was changed on the way. ' +
  'Ask for it again, or use what the page has.';

const NEWER =
  'The project in this link is written in a way that this page does not know. ' +
  'Reload the page, in case it is an older copy, or use what it has.';

function badLink(message: string): PlaygroundError {
  return new PlaygroundError({code: 'bad-link', message});
}

function sumOf(bytes: Uint8Array): Uint8Array {
  return sha256(bytes).subarray(0, SUM);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
