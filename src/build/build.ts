import {RUNTIME, ROOT} from './paths.js';
import {relative} from 'node:path';
import {say} from './progress.js';
import {buildRuntime, summarize} from './runtime/runtime.js';

/**
 * `npm run build`: the package in `dist/`. With `--runtime` only the Django runtime.
 *
 * @returns The exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  const manifest = await buildRuntime();
  say(`The runtime is in ${relative(ROOT, RUNTIME)}/:`);
  for (const line of summarize(manifest)) say(`  ${line}`);
  if (args.includes('--runtime')) return 0;
  return 0;
}
