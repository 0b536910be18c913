/**
 * Probabilities and their logarithmic odds, by tables. They are made with additions,
 * multiplications and divisions alone, which come out the same in every engine; `Math.exp` need not.
 */

/** Entries for each step of the odds, and how far the odds go. */
const STEPS = 256;
const FARTHEST = 12;
const HALF = STEPS * FARTHEST;

/** e to the power of 1/256. */
const ROOT = 1.0039138893383477;

/** Entries of the way back. */
const FINENESS = 4096;

const SQUASHED = makeSquashed();
const STRETCHED = makeStretched();

/** The probability that odds mean. */
export function squash(odds: number): number {
  const index = Math.floor(odds * STEPS) + HALF;
  return SQUASHED[Math.max(0, Math.min(2 * HALF - 1, index))] ?? 0;
}

/** The odds that a probability means. */
export function stretch(probability: number): number {
  return STRETCHED[Math.min(FINENESS - 1, Math.floor(probability * FINENESS))] ?? 0;
}

function makeSquashed(): Float64Array {
  const table = new Float64Array(2 * HALF);
  let power = 1;
  for (let step = 0; step < HALF; step += 1) {
    const probability = power / (1 + power);
    table[HALF + step] = probability;
    table[HALF - step] = 1 - probability;
    power *= ROOT;
  }
  table[0] = 1 / (1 + power);
  return table;
}

function makeStretched(): Float64Array {
  const table = new Float64Array(FINENESS);
  let index = 0;
  for (let at = 0; at < FINENESS; at += 1) {
    const probability = (at + 0.5) / FINENESS;
    while (index < 2 * HALF - 1 && (SQUASHED[index] ?? 1) < probability) index += 1;
    table[at] = (index - HALF) / STEPS;
  }
  return table;
}
