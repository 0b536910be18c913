import type {CompletionRequest, ShellState} from '../protocol/interpreter.js';
import {parseCommand} from './parse-command.js';
import type {ConsoleStrings} from './strings.js';

/** What the terminal does with what is typed. All of it reports to the log by itself. */
export interface TerminalHost {
  /** Have a site that runs. */
  ready(): Promise<void>;
  /**
   * Run a management command, with an answer for each question it asks; `null` ends it.
   */
  manage(
    args: readonly string[],
    answer: (question: {readonly secret: boolean}) => Promise<string | null>,
  ): Promise<unknown>;
  /** Run a line in the interactive shell; `null` begins a new one. */
  shell(line: string | null): Promise<ShellState>;
  complete(request: CompletionRequest): Promise<readonly string[]>;
  /** End whatever Python is doing, at once. */
  interrupt(): void;
  /** Put a line into the log. */
  echo(prompt: string, text: string): void;
  note(text: string): void;
}

/** What a line that is typed is for. */
export type TerminalMode = 'command' | 'shell' | 'answer' | 'secret' | 'busy';

/** What stands before a line of each kind. */
const PROMPTS = {command: 'manage.py', shell: '>>>', more: '...'} as const;

/** What a terminal sends for Ctrl+C. */
const INTERRUPT = '\x03';

/** The command line's state: commands, the questions they ask, and the interactive shell. */
export class Terminal {
  readonly #host: () => TerminalHost;
  readonly #strings: () => ConsoleStrings;
  readonly #onChange: () => void;
  #isBusy = false;
  #inShell = false;
  #isIncomplete = false;
  #question: {readonly secret: boolean; settle(answer: string | null): void} | undefined;

  /** @param onChange Called when another mode begins. */
  constructor(host: () => TerminalHost, strings: () => ConsoleStrings, onChange: () => void) {
    this.#host = host;
    this.#strings = strings;
    this.#onChange = onChange;
  }

  get mode(): TerminalMode {
    if (this.#question) return this.#question.secret ? 'secret' : 'answer';
    if (this.#isBusy) return 'busy';
    return this.#inShell ? 'shell' : 'command';
  }

  /** What stands before the line; nothing before an answer, whose question is in the log. */
  get prompt(): string {
    if (this.#question) return '?';
    if (!this.#inShell) return PROMPTS.command;
    return this.#isIncomplete ? PROMPTS.more : PROMPTS.shell;
  }

  /** Do what a line says. Failures have been told already when this returns. */
  async submit(text: string): Promise<void> {
    if (this.#question) return this.#answer(text);
    if (this.#isBusy) return;
    if (this.#inShell) return void (await this.#work(() => this.#runLines(text)));
    await this.#runLine(text);
  }

  /**
   * Run a command that comes from elsewhere.
   *
   * @returns whether it came to its end; it is not begun while something else runs.
   */
  async enter(command: string): Promise<boolean> {
    if (this.#question || this.#isBusy) return false;
    return this.#runLine(command);
  }

  /** Ctrl+C: end what is going on. */
  interrupt(): void {
    if (this.#question) {
      this.#answer(null);
    } else if (this.#isBusy) {
      this.#host().interrupt();
    } else if (this.#inShell && this.#isIncomplete) {
      this.#beginNewStatement();
    }
  }

  /** Ctrl+D in an empty line: no more answers, or out of the shell. */
  end(): void {
    if (this.#question) this.#answer(null);
    else if (this.#inShell && !this.#isBusy) void this.submit('exit()');
  }

  /** The interpreter is another one: what was in the shell is gone. */
  forgetShell(): void {
    if (!this.#inShell) return;
    this.#leaveShell();
    this.#host().note(this.#strings().shellGone);
  }

  /** What may stand in place of the word before the cursor, and where that begins. */
  async complete(
    before: string,
  ): Promise<{readonly from: number; readonly words: readonly string[]}> {
    const from = before.length - (/[^\s]*$/.exec(before)?.[0].length ?? 0);
    const word = before.slice(from);
    if (this.mode === 'shell') {
      const start = before.length - (/[\w.]*$/.exec(before)?.[0].length ?? 0);
      const text = before.slice(start);
      if (text === '') return {from: start, words: []};
      return {from: start, words: await this.#host().complete({place: 'shell', text})};
    }
    if (this.mode !== 'command') return {from, words: []};
    const [command] = before.trimStart().split(/\s+/);
    const isFirst = before.trimStart() === word;
    const all = await this.#host().complete(
      isFirst ? {place: 'commands', text: ''} : {place: 'words', text: command ?? ''},
    );
    return {from, words: all.filter(each => each.startsWith(word) && each !== word)};
  }

  async #runLine(line: string): Promise<boolean> {
    const args = parseCommand(line);
    if (args.length === 0) return false;
    return this.#work(() =>
      isShell(args) ? this.#beginShell(args.join(' ')) : this.#runCommand(args),
    );
  }

  async #runCommand(args: readonly string[]): Promise<void> {
    await this.#host().manage(args, ({secret}) => {
      return new Promise(resolve => {
        this.#question = {secret, settle: resolve};
        this.#onChange();
      });
    });
  }

  #answer(text: string | null): void {
    const question = this.#question;
    this.#question = undefined;
    question?.settle(text);
    this.#onChange();
  }

  async #beginShell(line: string): Promise<void> {
    this.#host().echo(PROMPTS.command, line);
    const state = await this.#host().shell(null);
    if (state !== 'complete') return;
    this.#host().note(this.#strings().shellHint);
    this.#inShell = true;
    this.#isIncomplete = false;
  }

  async #runLines(text: string): Promise<void> {
    for (const line of text.split('\n')) {
      this.#host().echo(this.prompt, line);
      const state = await this.#host().shell(line);
      this.#isIncomplete = state === 'incomplete';
      if (state === 'gone') this.forgetShell();
      if (state === 'ended') this.#leaveShell();
      if (!this.#inShell) return;
    }
  }

  #leaveShell(): void {
    this.#inShell = false;
    this.#isIncomplete = false;
    this.#onChange();
  }

  /** Drop the lines of a statement that is not complete. */
  #beginNewStatement(): void {
    void this.#work(async () => {
      await this.#host().shell(INTERRUPT);
      this.#isIncomplete = false;
    });
  }

  /** @returns whether it came to its end. */
  async #work(work: () => Promise<void>): Promise<boolean> {
    this.#isBusy = true;
    this.#onChange();
    try {
      await this.#host().ready();
      await work();
      return true;
    } catch {
      // It was told where it happened: the element shows every failure.
      return false;
    } finally {
      this.#isBusy = false;
      this.#question = undefined;
      this.#onChange();
    }
  }
}

/** Whether it is the interactive shell, and not a script for it. */
function isShell([command, ...rest]: readonly string[]): boolean {
  return command === 'shell' && rest.every(each => !/^(-c|--command|-h|--help)/.test(each));
}
