import {squash, stretch} from './logistic.js';

/** What each prediction goes by: nothing to six bytes before, words, the line above, the line. */
const CONTEXTS = 11;

/** Each context says two things; the longest match says two; one is always the same. */
const INPUTS = 2 * CONTEXTS + 3;

/** Slots of each context. */
const SLOTS = 1 << 19;

/** Sets of weights: one for each beginning of a byte, and for each length of a match. */
const BY_BITS = 256;
const BY_MATCH = 16 * 8 * 8;

/** The shortest run of bytes that is looked for further back, and slots for finding it. */
const MATCH = 5;
const PLACES = 1 << 18;

const FIRST_WEIGHT = 0.15;
const LEARNING = 0.018;

/** How much a slot learns of a bit, by how often it was asked: less each time, but never nothing. */
const RATES = Float64Array.from({length: 256}, (_, count) => 1 / (count + 1.5));

/** Predicts bits from those before them, by mixing what many contexts say. */
export class Predictor {
  readonly #chances = Array.from({length: CONTEXTS}, () => new Float32Array(SLOTS).fill(0.5));
  readonly #counts = Array.from({length: CONTEXTS}, () => new Uint8Array(SLOTS));
  readonly #hashes = new Int32Array(CONTEXTS);
  readonly #slots = new Int32Array(CONTEXTS);
  readonly #inputs = new Float64Array(INPUTS);
  readonly #weights = new Float64Array(INPUTS * (BY_BITS + BY_MATCH)).fill(FIRST_WEIGHT);
  readonly #trust = new Float64Array(32).fill(0.5);
  readonly #places = new Int32Array(PLACES);
  readonly #bytes: Uint8Array;
  #length = 0;
  /** The bits of the byte that is under way, behind a one; and how many they are. */
  #begun = 1;
  #bits = 0;
  #word = 0;
  #wordBefore = 0;
  #line = 0;
  #lineBefore = 0;
  #indent = 0;
  #first = 0;
  #matched = 0;
  #place = 0;
  /** The bit that the match expects; -1 without one. */
  #expected = -1;
  #byBits = 0;
  #byMatch = 0;
  #chanceByBits = 0.5;
  #chanceByMatch = 0.5;
  /** How likely the next bit is a one. */
  chance = 0.5;

  /** @param length Bytes that there will be in all. */
  constructor(length: number) {
    this.#bytes = new Uint8Array(length);
    this.#hash();
    this.#predict();
  }

  /** Learn what the bit was. */
  learn(bit: number): void {
    const stepByBits = (bit - this.#chanceByBits) * LEARNING;
    const stepByMatch = (bit - this.#chanceByMatch) * LEARNING;
    const [inputs, weights] = [this.#inputs, this.#weights];
    for (let index = 0; index < INPUTS; index += 1) {
      weights[this.#byBits + index]! += stepByBits * inputs[index]!;
      weights[this.#byMatch + index]! += stepByMatch * inputs[index]!;
    }
    for (let context = 0; context < CONTEXTS; context += 1) {
      const [chances, counts] = [this.#chances[context]!, this.#counts[context]!];
      const slot = this.#slots[context]!;
      const count = counts[slot]!;
      chances[slot]! += (bit - chances[slot]!) * RATES[count]!;
      // What says much is to forget sooner.
      if (count < (context < 3 ? 250 : 127)) counts[slot] = count + 1;
    }
    if (this.#expected >= 0) {
      const length = Math.min(this.#matched, 31);
      const isRight = bit === this.#expected ? 1 : 0;
      this.#trust[length]! += (isRight - this.#trust[length]!) * 0.02;
    }
    this.#begun = (this.#begun << 1) | bit;
    this.#bits += 1;
    if (this.#bits === 8) this.#endByte(this.#begun & 0xff);
    this.#predict();
  }

  #endByte(byte: number): void {
    const end = this.#length;
    this.#bytes[end] = byte;
    this.#length = end + 1;
    this.#begun = 1;
    this.#bits = 0;
    if (kindOf(byte) >= 5) this.#word = Math.imul(this.#word + byte + 1, 0x2c9277b5);
    else if (this.#word !== 0) {
      this.#wordBefore = this.#word;
      this.#word = 0;
    }
    if (byte === 0x0a) {
      this.#lineBefore = this.#line;
      this.#line = end + 1;
      this.#indent = 0;
      this.#first = 0;
    } else if (this.#first === 0) {
      if (byte === 0x20) this.#indent += 1;
      else this.#first = byte;
    }
    this.#match(byte);
    this.#hash();
  }

  #match(byte: number): void {
    const [bytes, length] = [this.#bytes, this.#length];
    if (this.#matched > 0 && bytes[this.#place] === byte) {
      this.#matched += 1;
      this.#place += 1;
    } else {
      this.#matched = 0;
    }
    if (length < MATCH) return;
    let hash = 0;
    for (let back = 1; back <= MATCH; back += 1) {
      hash = Math.imul(hash + bytes[length - back]! + 1, 0x2f0b4c47);
    }
    const at = (hash >>> 14) % PLACES;
    if (this.#matched === 0) {
      this.#place = this.#places[at]!;
      const most = Math.min(this.#place, 32);
      let matched = 0;
      while (matched < most && bytes[length - 1 - matched] === bytes[this.#place - 1 - matched]) {
        matched += 1;
      }
      this.#matched = matched < MATCH - 1 ? 0 : matched;
    }
    this.#places[at] = length;
  }

  #hash(): void {
    const last = this.#at(1);
    const above = this.#lineBefore + (this.#length - this.#line);
    const aboveByte = above < this.#line ? this.#bytes[above]! : 0;
    let order = 0;
    this.#set(0, 0);
    for (let back = 1; back <= 6; back += 1) {
      order = Math.imul(order + this.#at(back) + 1, 0x2f0b4c47) + back;
      order ^= order >>> 15;
      this.#set(back, order);
      if (back === 2) this.#set(10, Math.imul(order, 5) ^ Math.imul(this.#first + 7, 0x6c8e9cf5));
    }
    this.#set(7, Math.imul(this.#word, 0x3d4d51cb) + last);
    this.#set(8, Math.imul(this.#word, 0x2545f491) ^ Math.imul(this.#wordBefore, 0x1b873593));
    this.#set(9, Math.imul(aboveByte + 1, 0x5851f42d) ^ (last << 8) ^ (this.#indent << 20));
  }

  #set(context: number, value: number): void {
    const hash = Math.imul(value + Math.imul(context, 0x9e3779b1), 0x85ebca6b);
    this.#hashes[context] = hash ^ (hash >>> 13);
  }

  #predict(): void {
    const [inputs, begun] = [this.#inputs, Math.imul(this.#begun, 0x9e3779b1)];
    for (let context = 0; context < CONTEXTS; context += 1) {
      const hash = Math.imul(this.#hashes[context]! ^ begun, 0xc2b2ae35);
      const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
      this.#slots[context] = slot;
      const count = this.#counts[context]![slot]!;
      const chance = this.#chances[context]![slot]!;
      inputs[2 * context] = count === 0 ? 0 : stretch(chance);
      inputs[2 * context + 1] = count === 0 ? 0 : (chance - 0.5) * 0.5 * Math.min(count, 8);
    }
    this.#predictMatch();
    inputs[INPUTS - 1] = 0.3;
    const length = this.#matched === 0 ? 0 : Math.min(15, 1 + (this.#matched >> 2));
    this.#byBits = INPUTS * this.#begun;
    this.#byMatch =
      INPUTS * (BY_BITS + (length * 8 + this.#bits) * 8 + Math.min(7, kindOf(this.#at(1))));
    let [byBits, byMatch] = [0, 0];
    for (let index = 0; index < INPUTS; index += 1) {
      byBits += inputs[index]! * this.#weights[this.#byBits + index]!;
      byMatch += inputs[index]! * this.#weights[this.#byMatch + index]!;
    }
    this.#chanceByBits = squash(byBits);
    this.#chanceByMatch = squash(byMatch);
    this.chance = squash((byBits + byMatch) / 2);
  }

  #predictMatch(): void {
    const at = 2 * CONTEXTS;
    const next = this.#bytes[this.#place]! | 0x100;
    const isOn = this.#matched > 0 && next >> (8 - this.#bits) === this.#begun;
    if (!isOn) this.#matched = 0;
    this.#expected = isOn ? (next >> (7 - this.#bits)) & 1 : -1;
    const trust = this.#trust[Math.min(this.#matched, 31)]!;
    const sign = this.#expected === 1 ? 1 : -1;
    this.#inputs[at] = isOn ? sign * stretch(trust) : 0;
    this.#inputs[at + 1] = isOn ? sign * (trust - 0.5) * 4 : 0;
  }

  #at(back: number): number {
    return this.#bytes[this.#length - back] ?? 0;
  }
}

/** What sort of character a byte is; from 5 on it is part of a word. */
function kindOf(byte: number): number {
  if (byte === 0x0a) return 0;
  if (byte === 0x20) return 1;
  if (byte === 0x22 || byte === 0x27 || byte === 0x28) return 2;
  if (byte >= 0x61 && byte <= 0x7a) return 5;
  if (byte >= 0x30 && byte <= 0x39) return 6;
  if (byte === 0x5f || (byte >= 0x41 && byte <= 0x5a) || byte >= 0x80) return 7;
  return 3;
}
