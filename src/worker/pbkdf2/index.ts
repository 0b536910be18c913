import {blake2b, blake2s} from '@noble/hashes/blake2.js';
import {hmac} from '@noble/hashes/hmac.js';
import {md5, ripemd160, sha1} from '@noble/hashes/legacy.js';
import {pbkdf2 as noblePbkdf2} from '@noble/hashes/pbkdf2.js';
import {sha224, sha256, sha384, sha512, sha512_224, sha512_256} from '@noble/hashes/sha2.js';
import {sha3_224, sha3_256, sha3_384, sha3_512} from '@noble/hashes/sha3.js';
import wasm from './assembly.ts?wasm';

/** By the names that Python's hashlib has for them. */
const DIGESTS = {
  md5,
  ripemd160,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  sha512_224,
  sha512_256,
  sha3_224,
  sha3_256,
  sha3_384,
  sha3_512,
  blake2b,
  blake2s,
};

/** Engines start with slow code and swap it when a function is called again, not within a call. */
const ITERATIONS_PER_CALL = 2048;

const HASH_SIZE = 32;
const BLOCK_SIZE = 64;

interface Assembly {
  readonly memory: WebAssembly.Memory;
  readonly key: WebAssembly.Global<'i32'>;
  readonly hash: WebAssembly.Global<'i32'>;
  readonly result: WebAssembly.Global<'i32'>;
  start(): void;
  iterate(count: number): void;
}

let assembly: Assembly | undefined;

/**
 * PBKDF2 with HMAC (RFC 8018), synchronous as Python's callers are, where Web Crypto is not.
 * SHA-256, the default of Django's password hashes, runs in compiled code.
 *
 * @param hashName - As in Python's hashlib, e.g. `sha256`.
 * @returns `length` bytes.
 * @throws RangeError for a digest that is not there.
 */
export function pbkdf2(
  hashName: string,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  if (hashName === 'sha256') return pbkdf2Sha256(password, salt, iterations, length);
  const digest = Object.hasOwn(DIGESTS, hashName) && DIGESTS[hashName as keyof typeof DIGESTS];
  if (!digest) throw new RangeError(`There is no digest "${hashName}".`);
  return noblePbkdf2(digest, password, salt, {c: iterations, dkLen: length});
}

function pbkdf2Sha256(
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  assembly ??= instantiate();
  const {memory, key, hash, result, start, iterate} = assembly;
  const view = new DataView(memory.buffer);
  const paddedKey = new Uint8Array(BLOCK_SIZE);
  paddedKey.set(password.length > BLOCK_SIZE ? sha256(password) : password);
  const derived = new Uint8Array(Math.ceil(length / HASH_SIZE) * HASH_SIZE);
  for (let offset = 0; offset < length; offset += HASH_SIZE) {
    writeWords(view, key.value, paddedKey);
    writeWords(view, hash.value, firstHash(password, salt, offset / HASH_SIZE + 1));
    start();
    for (let left = iterations - 1; left > 0; left -= ITERATIONS_PER_CALL) {
      iterate(Math.min(left, ITERATIONS_PER_CALL));
    }
    readWords(view, result.value, derived.subarray(offset, offset + HASH_SIZE));
  }
  return derived.subarray(0, length);
}

function instantiate(): Assembly {
  const {exports} = new WebAssembly.Instance(new WebAssembly.Module(wasm));
  return exports as unknown as Assembly;
}

function firstHash(password: Uint8Array, salt: Uint8Array, block: number): Uint8Array {
  const number = new Uint8Array(4);
  new DataView(number.buffer).setUint32(0, block);
  return hmac.create(sha256, password).update(salt).update(number).digest();
}

/** SHA-256 counts its bytes from the high end, WebAssembly's memory from the low. */
function writeWords(memory: DataView, at: number, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < bytes.length; i += 4) memory.setUint32(at + i, view.getUint32(i), true);
}

function readWords(memory: DataView, at: number, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < bytes.length; i += 4) view.setUint32(i, memory.getUint32(at + i, true));
}
