import {html, nothing, type TemplateResult} from 'lit';
import type {ConsoleStrings, GoEvent, RevealEvent, TerminalHost} from '../console/index.js';
import type {ConsoleEntry} from '../protocol/console.js';
import type {CommandResult, Finding} from '../protocol/interpreter.js';
import {runCommand, type Answer} from './command.js';
import {
  PlaygroundCommandEvent,
  PlaygroundConsoleEvent,
  PlaygroundRequestEvent,
} from './console-events.js';
import {ConsoleLog} from './console-log.js';
import type {DjangoPlaygroundConsole} from './console-part.js';
import {PlaygroundNoteEvent, PlaygroundOutputEvent, PlaygroundStateEvent} from './events.js';
import {loadPart} from './load-part.js';
import {PlaygroundMailEvent} from './mail-event.js';
import {completeOffline} from './offline-completion.js';
import type {ProjectController} from './project-controller.js';
import type {SiteController, SiteHost} from './site-controller.js';
import type {Strings} from './strings.js';
import {countTests} from './test-counts.js';

export interface ConsoleHost extends SiteHost {
  readonly strings: Strings;
  stop(): Promise<void>;
  /** Start the site where it is not running. */
  start(): Promise<void>;
}

const TRACEBACK = 'Traceback (most recent call last)';

/** What stands below the output: its log, whether it is open, and the commands that run there. */
export class ConsoleController {
  readonly #host: ConsoleHost;
  readonly #site: SiteController;
  readonly #project: ProjectController;
  readonly #log = new ConsoleLog();
  readonly #terminal: TerminalHost;
  #isOpen = false;
  #texts: ConsoleStrings | undefined;
  /** Whose texts these are. */
  #textsOf: Strings | undefined;
  /** The reader closed it, and does not want it to open by itself again. */
  #isShut = false;
  #isLoaded = false;
  /** Entries since it was last open. */
  #unseen = 0;
  /** Commands under way, with those that wait for an answer. */
  #atWork = 0;
  /** What was told of findings since the start. */
  readonly #told = new Set<string>();

  /** @param project Whose files can be shown. */
  constructor(host: ConsoleHost, site: SiteController, project: ProjectController) {
    this.#host = host;
    this.#project = project;
    this.#site = site;
    this.#terminal = {
      manage: (args, answer) => this.#telling(this.manage(args, '', answer)),
      ready: () => host.start(),
      shell: line => this.#telling(site.running.shell(line)),
      complete: async request =>
        site.state === 'ready' ? site.running.complete(request) : completeOffline(request),
      interrupt: () => void host.stop(),
      echo: (prompt, text) => this.#add({kind: 'command', prompt, text}),
      note: text => this.#add({kind: 'note', text}),
    };
    host.addEventListener(PlaygroundOutputEvent.type, ({output}) =>
      this.#add({kind: 'output', ...output}),
    );
    host.addEventListener(PlaygroundMailEvent.type, ({mail}) => this.#add({kind: 'mail', ...mail}));
    host.addEventListener(PlaygroundNoteEvent.type, ({note}) =>
      this.#add({kind: 'note', text: note}),
    );
    host.addEventListener(PlaygroundRequestEvent.type, ({request}) =>
      this.#add({kind: 'request', ...request}),
    );
    host.addEventListener(PlaygroundStateEvent.type, ({state}) => {
      if (state === 'starting' || state === 'stopped') this.#face?.forgetShell();
    });
  }

  /** Begin anew, as each run does. */
  clear(): void {
    this.#log.clear();
    this.#told.clear();
    this.#unseen = 0;
    this.#host.requestUpdate();
  }

  /** Open it, and put a command there for the reader to run. */
  async fillIn(command: string): Promise<void> {
    await this.#open();
    this.#face?.fillIn(command);
  }

  /**
   * Open it, and run a command there as if it were typed.
   *
   * @returns its exit code; nothing where it did not come to its end.
   */
  async enter(command: string): Promise<number | undefined> {
    await this.#open();
    this.#host.shadowRoot?.querySelector('.console')?.scrollIntoView({block: 'nearest'});
    let exitCode = 0;
    const onCommand = ({result}: PlaygroundCommandEvent): void => {
      exitCode = result.exitCode;
    };
    this.#host.addEventListener(PlaygroundCommandEvent.type, onCommand);
    try {
      return (await this.#face?.enter(command)) ? exitCode : undefined;
    } finally {
      this.#host.removeEventListener(PlaygroundCommandEvent.type, onCommand);
    }
  }

  /** Tell what checks have found, unless it was told before. */
  find(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const text = JSON.stringify(finding);
      if (this.#told.has(text)) continue;
      this.#told.add(text);
      this.#add({kind: 'finding', ...finding});
    }
  }

  /** Run a command to its end. The site is started if it is not running. */
  async manage(
    args: readonly string[],
    stdin: string,
    answer: Answer | undefined,
  ): Promise<CommandResult> {
    await this.#host.start();
    this.#add({kind: 'command', prompt: 'manage.py', text: args.map(quoted).join(' ')});
    const running = runCommand(
      (given, interactive) => this.#site.running.manage(args, given, interactive),
      stdin,
      answer,
    );
    this.#atWork++;
    const result = await running.finally(() => this.#atWork--);
    const tests = countTests(args, result.output);
    this.#add({kind: 'exit', exitCode: result.exitCode, ...(tests && {tests})});
    this.#host.dispatchEvent(new PlaygroundCommandEvent(args, result));
    return result;
  }

  /** Whether a command is under way, or waits for an answer. */
  get isAtWork(): boolean {
    return this.#atWork > 0;
  }

  /** Whether it is open. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Entries since it was last open. */
  get unseen(): number {
    return this.#unseen;
  }

  /** Open it and go there, or close it. */
  async toggle(): Promise<void> {
    this.#isShut = this.#isOpen;
    if (!this.#isOpen) {
      await this.#open();
      this.#face?.focus();
      return;
    }
    this.#isOpen = false;
    this.#host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const {strings} = this.#host;
    if (!this.#isLoaded) return nothing;
    if (strings !== this.#textsOf) void this.#loadTexts().catch(error => this.#site.fail(error));
    return html`<django-playground-console
      exportparts="log: console-log, command-line"
      .entries=${this.#log.entries}
      .strings=${this.#texts}
      .terminal=${this.#terminal}
      .findFile=${this.#findFile}
      @django-playground-reveal=${this.#onReveal}
      @django-playground-go=${this.#onGo}
      @django-playground-clear=${this.#onClear}
    ></django-playground-console>`;
  }

  get #face(): DjangoPlaygroundConsole | null {
    const found = this.#host.shadowRoot?.querySelector<DjangoPlaygroundConsole>(
      'django-playground-console',
    );
    return found ?? null;
  }

  readonly #findFile = (stored: string): string | undefined => {
    const path = this.#site.readerPath(stored);
    return this.#project.shown.some(file => file.path === path) ? path : undefined;
  };

  readonly #onReveal = ({path, line}: RevealEvent): void => {
    this.#host.reveal({path, line});
  };

  readonly #onGo = ({path}: GoEvent): void => {
    void this.#site.go(path);
  };

  readonly #onClear = (): void => {
    this.#log.clear();
    this.#host.requestUpdate();
  };

  async #open(): Promise<void> {
    this.#isOpen = true;
    this.#unseen = 0;
    this.#host.requestUpdate();
    if (!this.#isLoaded) {
      try {
        const part = loadPart(import('./console-part.js'));
        const [{defineConsole}] = await Promise.all([part, this.#loadTexts()]);
        defineConsole();
        this.#isLoaded = true;
      } catch (error) {
        this.#isOpen = false;
        this.#site.fail(error);
      }
      this.#host.requestUpdate();
    }
    await this.#host.updateComplete;
    await this.#face?.updateComplete;
  }

  async #loadTexts(): Promise<void> {
    const {strings} = this.#host;
    this.#textsOf = strings;
    const texts = await loadPart(strings.consoleTexts());
    if (this.#textsOf !== strings) return;
    this.#texts = texts;
    this.#host.requestUpdate();
  }

  #add(entry: ConsoleEntry): void {
    this.#log.add(entry);
    if (!this.#isOpen && isWorthCounting(entry)) this.#unseen++;
    const isTraceback = entry.kind === 'output' && entry.text.includes(TRACEBACK);
    // Whoever is at typing sees it in the code.
    const isWanted = !this.#isShut && !this.#site.isQuiet;
    if (isTraceback && !this.#isOpen && isWanted) void this.#open();
    this.#host.dispatchEvent(new PlaygroundConsoleEvent(entry));
    this.#host.requestUpdate();
  }

  /** Nobody else shows what goes wrong with what was typed. */
  async #telling<Result>(asking: Promise<Result>): Promise<Result> {
    try {
      return await asking;
    } catch (error) {
      this.#site.fail(error);
      throw error;
    }
  }
}

/** Static files come by the dozen with each page. */
function isWorthCounting(entry: ConsoleEntry): boolean {
  return entry.kind !== 'request' || entry.destination === 'document' || entry.status >= 400;
}

function quoted(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
}
