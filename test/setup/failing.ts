/**
 * Which files, or journeys, of a part have failed, and how a part is told to run only some.
 *
 * Both go from process to process as text: what failed as lines of what a part prints, what is to
 * run in a variable.
 */
import process from 'node:process';

const VARIABLE = 'PLAYGROUND_ONLY';
const SEPARATOR = ';';

const LINE = /^Failed in: (.+)$/gm;

/** The lines that end what a part prints where something failed. */
export function failingLines(names: Iterable<string>): string {
  return [...new Set(names)].map(name => `Failed in: ${name}\n`).join('');
}

export function readFailing(output: string): readonly string[] {
  return [...output.matchAll(LINE)].map(([, name = '']) => name);
}

/** What of a part is to run; `null` for all of it. */
export function chosenOnly(): readonly string[] | null {
  return process.env[VARIABLE]?.split(SEPARATOR) ?? null;
}

/** The environment that chooses these. */
export function chooseOnly(names: readonly string[]): NodeJS.ProcessEnv {
  return {[VARIABLE]: names.join(SEPARATOR)};
}
