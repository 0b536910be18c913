import {STEPS} from './check/steps.js';
import {SkippedStep, type Step} from './check/step.js';
import {CommandError} from './command.js';

/**
 * `npm run check`: types, lint, format, lengths, size. One line for each; all are taken, also
 * after a failure.
 *
 * @returns The exit code.
 */
export async function main(): Promise<number> {
  let isClean = true;
  for (const step of STEPS) isClean = (await take(step)) && isClean;
  return isClean ? 0 : 1;
}

async function take({name, run}: Step): Promise<boolean> {
  const start = performance.now();
  const line = (mark: string, rest: string) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log([`${mark} ${name}`, `${seconds} s`, rest].filter(Boolean).join(', '));
  };
  try {
    line('✓', await run());
    return true;
  } catch (error) {
    if (error instanceof SkippedStep) {
      line('–', `skipped: ${error.message}`);
      return true;
    }
    line('✗', '');
    console.log(explain(error));
    return false;
  }
}

function explain(error: unknown): string {
  if (error instanceof CommandError) return error.output || error.message;
  return error instanceof Error ? error.message : String(error);
}
