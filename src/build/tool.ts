import {join} from 'node:path';
import {run} from './command.js';
import {ROOT} from './paths.js';

/**
 * Run a tool of `node_modules` from the repository's root, with this very Node.
 *
 * @param path The tool's script below `node_modules`.
 * @returns What it wrote to its standard output.
 * @throws CommandError when it fails.
 */
export function runTool(path: string, args: readonly string[]): Promise<string> {
  return run(process.execPath, [join(ROOT, 'node_modules', path), ...args], {cwd: ROOT});
}
