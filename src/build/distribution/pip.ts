import {CommandError, run, succeeds} from '../command.js';

/** How pip may be called; which ones exist differs from machine to machine. */
const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
  ['pip3'],
  ['pip'],
];

/**
 * Run pip with the settings of this machine.
 *
 * @throws Error with pip's own reason.
 */
export async function pip(args: readonly string[]): Promise<void> {
  const [program, ...prefix] = await findPip();
  try {
    await run(program, [...prefix, '--disable-pip-version-check', ...args]);
  } catch (error) {
    const output = error instanceof CommandError ? error.output : String(error);
    throw new Error(`pip says: ${reasonIn(output)}`, {cause: error});
  }
}

async function findPip(): Promise<readonly [string, ...string[]]> {
  for (const command of COMMANDS) {
    const [program, ...prefix] = command;
    if (await succeeds(program, [...prefix, '--version'])) return command;
  }
  throw new Error('pip is not installed');
}

/** The last error pip wrote, which is the one that ended it. */
function reasonIn(output: string): string {
  const lines = output.split('\n').filter(line => line.trim());
  const reason = lines.findLast(line => line.startsWith('ERROR')) ?? lines.at(-1);
  return (
    reason
      ?.replace(/^ERROR:\s*/, '')
      .replace(/\.$/, '')
      .trim() ?? 'it gives no reason'
  );
}
