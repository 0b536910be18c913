import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './totals.mjs';

/** The folder of the built runtime. */
export const RUNTIME = join(ROOT, '.cache', 'runtime');

/**
 * The manifest of the built runtime.
 *
 * @returns {import('../../../src/protocol/runtime.ts').RuntimeManifest}
 */
export function readManifest() {
  const path = join(RUNTIME, 'manifest.json');
  if (!existsSync(path)) {
    throw new Error('There is no built runtime. Run "npm run build", then try again.');
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}
