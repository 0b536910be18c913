import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import {live} from 'lit/directives/live.js';
import {History} from './history.js';
import type {ConsoleStrings} from './strings.js';
import {Terminal, type TerminalHost} from './terminal.js';

export interface CommandLineHost extends ReactiveControllerHost, HTMLElement {
  readonly terminal: TerminalHost;
  readonly strings: ConsoleStrings;
}

/** Most suggestions shown. */
const MOST = 50;

/** The line that commands, lines for the shell and answers are typed into: a combobox. */
export class CommandLine implements ReactiveController {
  readonly #host: CommandLineHost;
  readonly #terminal: Terminal;
  readonly #histories = {command: new History(), shell: new History()};
  #text = '';
  #suggestions: readonly string[] = [];
  /** Where what a suggestion replaces begins. */
  #from = 0;
  #active = -1;
  /** Whether what runs was not typed here. */
  #isEntered = false;
  #isAsking = false;
  /** Which completion was asked for last; the answer to an earlier one no longer matters. */
  #asked = 0;

  constructor(host: CommandLineHost) {
    this.#host = host;
    this.#terminal = new Terminal(
      () => host.terminal,
      () => host.strings,
      () => host.requestUpdate(),
    );
    host.addController(this);
  }

  /** The interpreter is another one. */
  forgetShell(): void {
    this.#terminal.forgetShell();
  }

  /** Put a command there for the reader to run. */
  fillIn(command: string): void {
    this.#write(command);
    this.focus();
  }

  /** Run a command that comes from elsewhere. Where it asks, the answer is typed here. */
  async enter(command: string): Promise<boolean> {
    this.#isEntered = true;
    try {
      return await this.#terminal.enter(command);
    } finally {
      this.#isEntered = false;
    }
  }

  focus(): void {
    this.#input?.focus();
  }

  get #input(): HTMLInputElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('.line input') ?? null;
  }

  render(): TemplateResult {
    const {strings} = this.#host;
    const {mode, prompt} = this.#terminal;
    const isSecret = mode === 'secret';
    const isOpen = this.#suggestions.length > 0;
    return html`
      <form class="line" part="command-line" @submit=${this.#onSubmit}>
        <label for="line">${prompt}</label>
        <input
          id="line"
          role="combobox"
          type=${isSecret ? 'password' : 'text'}
          aria-label=${this.#label}
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="suggestions"
          aria-activedescendant=${this.#active < 0 ? nothing : `suggestion-${this.#active}`}
          aria-busy=${mode === 'busy'}
          placeholder=${mode === 'command' ? strings.placeholder : ''}
          autocomplete=${isSecret ? 'new-password' : 'off'}
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          translate="no"
          enterkeyhint="go"
          .value=${live(this.#text)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @paste=${this.#onPaste}
          @blur=${this.#close}
        />
        ${
          mode === 'busy' || mode === 'answer' || mode === 'secret'
            ? html`<button type="button" @click=${() => this.#terminal.interrupt()}>
                ${strings.interrupt}
              </button>`
            : nothing
        }
        <ul id="suggestions" role="listbox" aria-label=${strings.suggestions} ?hidden=${!isOpen}>
          ${this.#suggestions.map(
            (word, index) =>
              html`<li
                id="suggestion-${index}"
                role="option"
                aria-selected=${index === this.#active}
                @pointerdown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#accept(word)}
              >
                ${word}
              </li>`,
          )}
        </ul>
      </form>
    `;
  }

  hostUpdated(): void {
    const {mode} = this.#terminal;
    const isAsking = mode === 'answer' || mode === 'secret';
    if (isAsking && !this.#isAsking && this.#isEntered) this.focus();
    this.#isAsking = isAsking;
    this.#host.shadowRoot
      ?.querySelector('[role="option"][aria-selected="true"]')
      ?.scrollIntoView({block: 'nearest'});
  }

  get #label(): string {
    const {strings} = this.#host;
    const labels = {
      command: strings.commandLine,
      busy: strings.commandLine,
      shell: strings.shellLine,
      answer: strings.answer,
      secret: strings.secretAnswer,
    };
    return labels[this.#terminal.mode];
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const text = this.#text;
    const {mode} = this.#terminal;
    const active = this.#suggestions[this.#active];
    if (active !== undefined) return this.#accept(active);
    if (mode === 'busy') return;
    if (mode === 'command' || mode === 'shell') this.#histories[mode].add(text);
    this.#write('');
    void this.#terminal.submit(text);
  };

  readonly #onInput = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    void this.#suggest();
  };

  /** Lines that are pasted are run one after the other, the last one excepted. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.#terminal.mode !== 'shell' || !text.includes('\n')) return;
    event.preventDefault();
    const end = text.lastIndexOf('\n');
    const lines = this.#text + text.slice(0, end);
    this.#write(text.slice(end + 1));
    void this.#terminal.submit(lines.replaceAll('\r', ''));
  };

  readonly #close = (): void => {
    this.#asked++;
    this.#suggestions = [];
    this.#active = -1;
    this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (this.#act(event)) event.preventDefault();
  };

  /** @returns whether the key was for the command line. */
  #act({key, ctrlKey, metaKey, altKey, shiftKey, isComposing}: KeyboardEvent): boolean {
    if (isComposing || altKey || metaKey) return false;
    if (ctrlKey) return this.#control(key);
    if (this.#suggestions.length > 0) {
      if (key === 'Escape') return after(this.#close);
      if (key === 'ArrowDown') return this.#move(1);
      if (key === 'ArrowUp') return this.#move(-1);
      if (key === 'Tab' && !shiftKey) return this.#take();
      return false;
    }
    if (key === 'ArrowUp') return this.#recall(-1);
    if (key === 'ArrowDown') return this.#recall(1);
    return false;
  }

  #control(key: string): boolean {
    const input = this.#input;
    const isSelecting = input !== null && input.selectionStart !== input.selectionEnd;
    // With a selection Ctrl+C copies, as everywhere.
    if (key === 'c' && !isSelecting) {
      this.#write('');
      return after(() => this.#terminal.interrupt());
    }
    if (key === 'd' && this.#text === '') return after(() => this.#terminal.end());
    if (key === ' ') return after(() => void this.#suggest(true));
    return false;
  }

  #move(step: 1 | -1): boolean {
    const {length} = this.#suggestions;
    this.#active =
      this.#active < 0 && step < 0 ? length - 1 : (this.#active + step + length) % length;
    this.#host.requestUpdate();
    return true;
  }

  #take(): boolean {
    this.#accept(this.#suggestions[Math.max(this.#active, 0)] ?? '');
    return true;
  }

  #recall(step: 1 | -1): boolean {
    const {mode} = this.#terminal;
    if (mode !== 'command' && mode !== 'shell') return false;
    const line = this.#histories[mode].go(step, this.#text);
    if (line !== undefined) this.#write(line);
    return true;
  }

  #accept(word: string): void {
    const isCommand = this.#terminal.mode === 'command';
    this.#write(`${this.#text.slice(0, this.#from)}${word}${isCommand ? ' ' : ''}`);
  }

  #write(text: string): void {
    this.#text = text;
    this.#close();
  }

  /** @param always Suggest even where nothing is begun. */
  async #suggest(always = false): Promise<void> {
    const asked = ++this.#asked;
    const before = this.#text;
    if (!always && /(^|\s)$/.test(before)) return this.#close();
    const {from, words} = await this.#terminal.complete(before).catch(() => ({from: 0, words: []}));
    if (asked !== this.#asked) return;
    this.#from = from;
    this.#suggestions = words.slice(0, MOST);
    this.#active = -1;
    this.#host.requestUpdate();
  }
}

/** Do what a key is for, and say that it was for something. */
function after(act: () => void): true {
  act();
  return true;
}
