import type {CommandResult} from '../protocol/interpreter.js';

/** A question of a command. */
export interface Question {
  /** What the command has said since the last answer, its question last. */
  readonly text: string;
  /** Whether the answer is not to be shown, as with a password. */
  readonly secret: boolean;
}

/** @returns `null` to end the command. */
export type Answer = (question: Question) => Promise<string | null>;

/** As a shell has it for a command that was interrupted. */
const INTERRUPTED = 130;

type Manage = (stdin: string, interactive: boolean) => Promise<CommandResult>;

/**
 * Run a command to its end, with an answer for each of its questions.
 *
 * @param manage Runs it once with so much of standard input.
 * @param answer Without it, a command that asks fails.
 */
export async function runCommand(
  manage: Manage,
  stdin: string,
  answer: Answer | undefined,
): Promise<CommandResult> {
  let given = stdin;
  let output = '';
  for (;;) {
    const result = await manage(given, answer !== undefined);
    output += result.output;
    if (!result.asks || !answer) return {exitCode: result.exitCode, output};
    const reply = await answer({text: result.output, secret: result.asks === 'secret'});
    if (reply === null) return {exitCode: INTERRUPTED, output};
    given += `${reply.replaceAll(/[\r\n]+/g, ' ')}\n`;
  }
}
