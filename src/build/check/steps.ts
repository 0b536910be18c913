import {checkApi} from '../api.js';
import {runTool} from '../tool.js';
import {checkLengths} from './lengths.js';
import {checkPython} from './python.js';
import {checkSize} from './size.js';
import type {Step} from './step.js';

const PRETTIER = ['--check', '.', '--cache', '--cache-location', '.cache/prettier'];

/** All that `npm run check` looks at, in this order. */
export const STEPS: readonly Step[] = [
  {name: 'Types', run: () => runQuietly('typescript/bin/tsc', ['-b'])},
  {name: 'Lint', run: () => runQuietly('oxlint/bin/oxlint', ['--deny-warnings'])},
  {name: 'Format', run: () => runQuietly('prettier/bin/prettier.cjs', PRETTIER)},
  {name: 'Python', run: checkPython},
  {name: 'Length', run: checkLengths},
  {name: 'API', run: checkApi},
  {name: 'Size', run: checkSize},
];

async function runQuietly(tool: string, args: readonly string[]): Promise<string> {
  await runTool(tool, args);
  return '';
}
