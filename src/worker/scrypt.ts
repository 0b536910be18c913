import {scrypt as nobleScrypt} from '@noble/hashes/scrypt.js';

/** RFC 7914, synchronous. @returns `length` bytes. */
export function scrypt(
  password: Uint8Array,
  salt: Uint8Array,
  n: number,
  r: number,
  p: number,
  length: number,
): Uint8Array {
  return nobleScrypt(password, salt, {N: n, r, p, dkLen: length, maxmem: Number.MAX_SAFE_INTEGER});
}
