import {readdirSync} from 'node:fs';
import {join} from 'node:path';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

export const TESTS = join(import.meta.dirname, '..');
export const ROOT = join(TESTS, '..', '..');

/**
 * The test modules, all of them or those that are named on the command line.
 *
 * @param {string[]} others What else counts as one.
 * @returns {string[]}
 */
export function testModules(others = []) {
  const named = process.argv.slice(2);
  if (named.length) return named;
  const modules = readdirSync(TESTS).filter(name => /^test_.*\.py$/.test(name));
  return [...others, ...modules.map(name => name.slice(0, -'.py'.length)).toSorted()];
}

/** Adds up counts, and prints them as the one closing line. */
export class Totals {
  /** @type {Counts} */
  #counts = {passed: 0, failed: 0, skipped: 0};

  /**
   * @param {string} title
   * @param {Counts} counts
   */
  add(title, counts) {
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) {
      this.#counts[key] += counts[key];
    }
    if (counts.failed) console.error(`${title}: ${counts.failed} failed`);
  }

  /** Print the closing line; the process ends with 1 where something failed. */
  close() {
    const {passed, failed, skipped} = this.#counts;
    if (failed || !passed) process.exitCode = 1;
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}
