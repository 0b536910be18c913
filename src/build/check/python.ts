import {CommandError, run} from '../command.js';
import {ROOT} from '../paths.js';
import {findRuff} from './ruff.js';

const CONFIGURATION = ['--config', 'python/pyproject.toml'];

/** Our Python is formatted, and the linter finds nothing in it. */
export async function checkPython(): Promise<string> {
  const ruff = await findRuff();
  const outputs = [
    await outputOf(ruff, ['check', '--quiet', '--output-format', 'concise', ...CONFIGURATION, '.']),
    await outputOf(ruff, ['format', '--check', '--quiet', '--diff', ...CONFIGURATION, '.']),
  ];
  const problems = outputs.filter(Boolean).join('\n');
  if (problems) throw new Error(problems);
  return '';
}

/** What ruff complains about; nothing when it is content. */
async function outputOf(ruff: string, args: readonly string[]): Promise<string> {
  try {
    await run(ruff, args, {cwd: ROOT});
    return '';
  } catch (error) {
    if (error instanceof CommandError) return error.output || error.message;
    throw error;
  }
}
