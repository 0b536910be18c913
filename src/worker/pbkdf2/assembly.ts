/**
 * The inner loop of PBKDF2 with HMAC-SHA256 (RFC 8018, FIPS 180-4), in AssemblyScript.
 *
 * It is a million times two hashes of 32 bytes, each of which fits one block of SHA-256. So the
 * two blocks lie ready with their padding, and what is written anew is their first half.
 *
 * All memory is static, and every number in it is a word of 32 bits: whoever calls turns bytes
 * into words.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND_CONSTANTS = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
const ROUND_CONSTANTS_END = ROUND_CONSTANTS + 256;

/** The same of the square roots of the first 8. */
const INITIAL_STATE = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/** States after the key's two blocks, from which every inner and every outer hash goes on. */
const innerState = memory.data(32);
const outerState = memory.data(32);

/** The hash so far as a message of 32 bytes after a block of 64: a bit, zeros, and the length. */
export const hash = memory.data<u32>([0, 0, 0, 0, 0, 0, 0, 0, 0x80000000, 0, 0, 0, 0, 0, 0, 768]);
const innerHash = memory.data<u32>([0, 0, 0, 0, 0, 0, 0, 0, 0x80000000, 0, 0, 0, 0, 0, 0, 768]);

/** 16 words: the password, filled up with zeros. */
export const key = memory.data(64);

/** 8 words: the exclusive or of all hashes, which is the result. */
export const result = memory.data(32);

/** Take the password from `key` and the first hash from `hash`. */
export function start(): void {
  keyState(0x36363636, innerState);
  keyState(0x5c5c5c5c, outerState);
  memory.copy(result, hash, 32);
}

/** Go on by so many iterations. */
export function iterate(count: i32): void {
  for (let i = 0; i < count; i++) {
    compress(innerState, hash, innerHash);
    compress(outerState, innerHash, hash);
    for (let at: usize = 0; at < 32; at += 8) {
      store<u64>(result + at, load<u64>(result + at) ^ load<u64>(hash + at));
    }
  }
}

function keyState(pad: u32, state: usize): void {
  for (let at: usize = 0; at < 64; at += 4) store<u32>(key + at, load<u32>(key + at) ^ pad);
  compress(INITIAL_STATE, key, state);
  for (let at: usize = 0; at < 64; at += 4) store<u32>(key + at, load<u32>(key + at) ^ pad);
}

/**
 * SHA-256 of one block after a state. The schedule lives in 16 variables: as soon as a word was
 * used, it becomes the one of 16 rounds later.
 */
function compress(state: usize, block: usize, to: usize): void {
  let a = load<u32>(state, 0);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  let e = load<u32>(state, 16);
  let f = load<u32>(state, 20);
  let g = load<u32>(state, 24);
  let h = load<u32>(state, 28);
  let w0 = load<u32>(block, 0);
  let w1 = load<u32>(block, 4);
  let w2 = load<u32>(block, 8);
  let w3 = load<u32>(block, 12);
  let w4 = load<u32>(block, 16);
  let w5 = load<u32>(block, 20);
  let w6 = load<u32>(block, 24);
  let w7 = load<u32>(block, 28);
  let w8 = load<u32>(block, 32);
  let w9 = load<u32>(block, 36);
  let w10 = load<u32>(block, 40);
  let w11 = load<u32>(block, 44);
  let w12 = load<u32>(block, 48);
  let w13 = load<u32>(block, 52);
  let w14 = load<u32>(block, 56);
  let w15 = load<u32>(block, 60);
  for (let k = ROUND_CONSTANTS; k < ROUND_CONSTANTS_END; k += 64) {
    h = mixEnd(e, f, g, h, load<u32>(k, 0) + w0);
    d += h;
    h += mixStart(a, b, c);
    w0 += expand(w1, w9, w14);
    g = mixEnd(d, e, f, g, load<u32>(k, 4) + w1);
    c += g;
    g += mixStart(h, a, b);
    w1 += expand(w2, w10, w15);
    f = mixEnd(c, d, e, f, load<u32>(k, 8) + w2);
    b += f;
    f += mixStart(g, h, a);
    w2 += expand(w3, w11, w0);
    e = mixEnd(b, c, d, e, load<u32>(k, 12) + w3);
    a += e;
    e += mixStart(f, g, h);
    w3 += expand(w4, w12, w1);
    d = mixEnd(a, b, c, d, load<u32>(k, 16) + w4);
    h += d;
    d += mixStart(e, f, g);
    w4 += expand(w5, w13, w2);
    c = mixEnd(h, a, b, c, load<u32>(k, 20) + w5);
    g += c;
    c += mixStart(d, e, f);
    w5 += expand(w6, w14, w3);
    b = mixEnd(g, h, a, b, load<u32>(k, 24) + w6);
    f += b;
    b += mixStart(c, d, e);
    w6 += expand(w7, w15, w4);
    a = mixEnd(f, g, h, a, load<u32>(k, 28) + w7);
    e += a;
    a += mixStart(b, c, d);
    w7 += expand(w8, w0, w5);
    h = mixEnd(e, f, g, h, load<u32>(k, 32) + w8);
    d += h;
    h += mixStart(a, b, c);
    w8 += expand(w9, w1, w6);
    g = mixEnd(d, e, f, g, load<u32>(k, 36) + w9);
    c += g;
    g += mixStart(h, a, b);
    w9 += expand(w10, w2, w7);
    f = mixEnd(c, d, e, f, load<u32>(k, 40) + w10);
    b += f;
    f += mixStart(g, h, a);
    w10 += expand(w11, w3, w8);
    e = mixEnd(b, c, d, e, load<u32>(k, 44) + w11);
    a += e;
    e += mixStart(f, g, h);
    w11 += expand(w12, w4, w9);
    d = mixEnd(a, b, c, d, load<u32>(k, 48) + w12);
    h += d;
    d += mixStart(e, f, g);
    w12 += expand(w13, w5, w10);
    c = mixEnd(h, a, b, c, load<u32>(k, 52) + w13);
    g += c;
    c += mixStart(d, e, f);
    w13 += expand(w14, w6, w11);
    b = mixEnd(g, h, a, b, load<u32>(k, 56) + w14);
    f += b;
    b += mixStart(c, d, e);
    w14 += expand(w15, w7, w12);
    a = mixEnd(f, g, h, a, load<u32>(k, 60) + w15);
    e += a;
    a += mixStart(b, c, d);
    w15 += expand(w0, w8, w13);
  }
  store<u32>(to, load<u32>(state, 0) + a, 0);
  store<u32>(to, load<u32>(state, 4) + b, 4);
  store<u32>(to, load<u32>(state, 8) + c, 8);
  store<u32>(to, load<u32>(state, 12) + d, 12);
  store<u32>(to, load<u32>(state, 16) + e, 16);
  store<u32>(to, load<u32>(state, 20) + f, 20);
  store<u32>(to, load<u32>(state, 24) + g, 24);
  store<u32>(to, load<u32>(state, 28) + h, 28);
}

function mixEnd(e: u32, f: u32, g: u32, h: u32, word: u32): u32 {
  const choice = g ^ (e & (f ^ g));
  return h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + choice + word;
}

function mixStart(a: u32, b: u32, c: u32): u32 {
  const majority = (a & b) | (c & (a | b));
  return (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + majority;
}

function expand(second: u32, tenth: u32, fifteenth: u32): u32 {
  const early = rotr(second, 7) ^ rotr(second, 18) ^ (second >>> 3);
  const late = rotr(fifteenth, 17) ^ rotr(fifteenth, 19) ^ (fifteenth >>> 10);
  return early + tenth + late;
}
