import {LitElement, html, type PropertyDeclarations, type TemplateResult} from 'lit';
import type {ConsoleEntry} from '../protocol/console.js';
import {CommandLine} from './command-line.js';
import {ClearEvent, GoEvent, RevealEvent} from './events.js';
import {KINDS, matches, type Kind} from './filter.js';
import {renderEntries} from './log-view.js';
import type {ConsoleStrings} from './strings.js';
import {mailStyles} from './mail-styles.js';
import {styles} from './styles.js';
import type {TerminalHost} from './terminal.js';

/** How near to its end, in CSS pixels, a log counts as scrolled there. */
const NEAR = 24;

/**
 * What the site and its commands did and said, and a command line. Part of `<django-playground>`,
 * not for use alone.
 *
 * @summary Log and command line.
 * @csspart log - The lines.
 * @csspart command-line - The row with the prompt.
 */
export class DjangoPlaygroundConsole extends LitElement {
  static override styles = [styles, mailStyles];

  static override properties: PropertyDeclarations = {
    entries: {attribute: false},
    strings: {attribute: false},
    terminal: {attribute: false},
    findFile: {attribute: false},
    kind: {state: true},
    text: {state: true},
  };

  /** The lines, oldest first. */
  declare entries: readonly ConsoleEntry[];
  declare strings: ConsoleStrings;
  /** What runs commands. */
  declare terminal: TerminalHost;
  /** The file as the reader knows it, of one as Python does; nothing where it cannot be shown. */
  declare findFile: (path: string) => string | undefined;
  declare private kind: Kind;
  declare private text: string;

  readonly #line = new CommandLine(this);
  #isAtEnd = true;

  constructor() {
    super();
    this.entries = [];
    this.findFile = () => undefined;
    this.kind = 'all';
    this.text = '';
  }

  /** Put a command into the command line, for the reader to run. */
  fillIn(command: string): void {
    this.#line.fillIn(command);
  }

  /**
   * Run a command as if it were typed, whatever is being typed.
   *
   * @returns whether it came to its end; it is not begun while something else runs.
   */
  enter(command: string): Promise<boolean> {
    return this.#line.enter(command);
  }

  /** Put the focus into the command line. */
  override focus(): void {
    this.#line.focus();
  }

  /** The interpreter is another one, and what was in the shell is gone. */
  forgetShell(): void {
    this.#line.forgetShell();
  }

  /** A loop that prints would have it drawn over and over: once a frame is enough. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && document.visibilityState === 'visible') {
      await new Promise(resolve => requestAnimationFrame(resolve));
    }
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const {strings, entries} = this;
    const shown = entries.filter(entry => matches(entry, this.kind, this.text.toLowerCase()));
    return html`
      <div class="bar">
        <select aria-label=${strings.show} .value=${this.kind} @change=${this.#onKind}>
          ${KINDS.map(kind => html`<option value=${kind}>${strings.kinds[kind]}</option>`)}
        </select>
        <input
          type="search"
          aria-label=${strings.find}
          placeholder=${strings.find}
          autocomplete="off"
          spellcheck="false"
          @input=${this.#onFind}
        />
        <button type="button" ?disabled=${entries.length === 0} @click=${this.#onClear}>
          ${strings.clear}
        </button>
      </div>
      <div
        class="log"
        part="log"
        role="log"
        aria-label=${strings.log}
        tabindex="0"
        @scroll=${this.#onScroll}
      >
        ${renderEntries(shown, {
          strings,
          findFile: this.findFile,
          reveal: (path, line) => this.dispatchEvent(new RevealEvent(path, line)),
          go: path => this.dispatchEvent(new GoEvent(path)),
          fillIn: command => this.fillIn(command),
        })}
        ${
          shown.length === 0
            ? html`<div class="row muted">
                ${entries.length ? strings.noneFound : strings.empty}
              </div>`
            : ''
        }
      </div>
      ${this.#line.render()}
    `;
  }

  /** Whoever has scrolled up to read something is left there. */
  protected override updated(): void {
    const log = this.#log;
    if (log && this.#isAtEnd) log.scrollTop = log.scrollHeight;
  }

  get #log(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.log');
  }

  readonly #onScroll = (): void => {
    const log = this.#log;
    if (log) this.#isAtEnd = log.scrollTop + log.clientHeight > log.scrollHeight - NEAR;
  };

  readonly #onKind = (event: Event): void => {
    this.kind = (event.target as HTMLSelectElement).value as Kind;
    this.#isAtEnd = true;
  };

  readonly #onFind = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value.trim();
    this.#isAtEnd = true;
  };

  readonly #onClear = (): void => {
    this.dispatchEvent(new ClearEvent());
    this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'django-playground-console': DjangoPlaygroundConsole;
  }
}
