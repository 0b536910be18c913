/** Arithmetic coding: a likely bit takes a small part of one, however many contexts made it so. */
import {Predictor} from './predictor.js';

/** What a chance is counted in. */
const UNITS = 65_536;

/** @param known What is known to whoever reads it. */
export function mix(bytes: Uint8Array, known: Uint8Array): number[] {
  const predictor = predictorOf(known, bytes.length);
  const written: number[] = [];
  let low = 0;
  let high = 0xffffffff;
  for (const byte of bytes) {
    for (let shift = 7; shift >= 0; shift -= 1) {
      const bit = (byte >> shift) & 1;
      const middle = split(low, high, predictor.chance);
      if (bit) high = middle;
      else low = middle + 1;
      predictor.learn(bit);
      while (low >>> 24 === high >>> 24) {
        written.push(high >>> 24);
        low = (low << 8) >>> 0;
        high = ((high << 8) | 0xff) >>> 0;
      }
    }
  }
  // What follows is read as zeros, which lies between the two.
  written.push(high >>> 24);
  return written;
}

/** @param length Bytes that were mixed. */
export function unmix(
  mixed: Uint8Array,
  length: number,
  known: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const predictor = predictorOf(known, length);
  const bytes = new Uint8Array(length);
  let at = 0;
  const next = (): number => mixed[at++] ?? 0;
  let low = 0;
  let high = 0xffffffff;
  let value = 0;
  for (let index = 0; index < 4; index += 1) value = ((value << 8) | next()) >>> 0;
  for (let index = 0; index < length; index += 1) {
    let byte = 0;
    for (let bits = 0; bits < 8; bits += 1) {
      const middle = split(low, high, predictor.chance);
      const bit = value <= middle ? 1 : 0;
      if (bit) high = middle;
      else low = middle + 1;
      byte = (byte << 1) | bit;
      predictor.learn(bit);
      while (low >>> 24 === high >>> 24) {
        low = (low << 8) >>> 0;
        high = ((high << 8) | 0xff) >>> 0;
        value = ((value << 8) | next()) >>> 0;
      }
    }
    bytes[index] = byte;
  }
  return bytes;
}

/** One that has read what is known. */
function predictorOf(known: Uint8Array, length: number): Predictor {
  const predictor = new Predictor(known.length + length);
  for (const byte of known) {
    for (let shift = 7; shift >= 0; shift -= 1) predictor.learn((byte >> shift) & 1);
  }
  return predictor;
}

/** Where ones end between two numbers, neither of them without any. */
function split(low: number, high: number, chance: number): number {
  const units = Math.max(1, Math.min(UNITS - 1, Math.floor(chance * UNITS)));
  return low + Math.floor(((high - low) / UNITS) * units);
}
