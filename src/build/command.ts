import {spawn} from 'node:child_process';

/** A program that failed or could not be started. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Everything the program wrote. */
  readonly output: string;

  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

/** Where and with which environment a program runs. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Run a program to its end.
 *
 * @returns What it wrote to its standard output.
 * @throws CommandError when it exits with another status than 0, or is not there.
 */
export function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {...options, stdio: ['ignore', 'pipe', 'pipe']});
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      const message = error.code === 'ENOENT' ? `${program} is not installed` : error.message;
      reject(new CommandError(message, output));
    });
    child.on('close', (status, signal) => {
      if (status === 0) resolve(stdout);
      else reject(new CommandError(`${program} ended with ${signal ?? status}`, output));
    });
  });
}

/** Whether a program can be started with these arguments and succeeds. */
export async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(program, args);
    return true;
  } catch {
    return false;
  }
}
