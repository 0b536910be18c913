import type {ReactiveController} from 'lit';
import type {ConsoleStrings} from '../console/index.js';
import type {Raised} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import {PlaygroundCommandEvent, PlaygroundRequestEvent} from './console-events.js';
import type {ConsoleController, ConsoleHost} from './console-controller.js';
import {PlaygroundChangeEvent, PlaygroundStateEvent} from './events.js';
import {loadPart} from './load-part.js';
import type {ProjectController} from './project-controller.js';
import type {SiteController} from './site-controller.js';

/** Milliseconds without a change after which the site runs again; one is told of a moment late. */
const PAUSE = 600;

export interface LiveHost extends ConsoleHost {
  readonly live: boolean;
  /** The files that the site runs with, or starts with. */
  readonly ran: readonly ProjectFile[];
  /** Run without a word of it, and keep the page that is shown where it fails. */
  launch(isQuiet: boolean): Promise<void>;
}

/**
 * Runs the site again by itself once the reader has started it and pauses. It waits while there is a
 * syntax error, an input method composes, or a command is under way.
 */
export class LiveController implements ReactiveController {
  readonly #host: LiveHost;
  readonly #site: SiteController;
  readonly #project: ProjectController;
  readonly #console: ConsoleController;
  #timer: number | undefined;
  #isWanted = false;
  #isComposing = false;
  /** The files of the newest run that Python could read. */
  #read: readonly ProjectFile[] = [];
  /** What the newest request failed with. */
  #error = '';

  /** @param console Whose commands are not to be interrupted. */
  constructor(
    host: LiveHost,
    site: SiteController,
    project: ProjectController,
    console: ConsoleController,
  ) {
    this.#host = host;
    this.#site = site;
    this.#project = project;
    this.#console = console;
    host.addEventListener(PlaygroundChangeEvent.type, () => this.#wait(true));
    host.addEventListener(PlaygroundCommandEvent.type, () => this.#wait(this.#isWanted));
    host.addEventListener(PlaygroundRequestEvent.type, ({request: {raised}}) => {
      if (raised) this.#error = whatFailed(raised);
    });
    host.addEventListener(PlaygroundStateEvent.type, ({state, previous}) => {
      if (state === 'starting') this.#wait(false);
      else if (previous === 'starting') void this.#noteEnd();
    });
    host.addEventListener('compositionstart', () => (this.#isComposing = true));
    host.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#wait(this.#isWanted);
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#wait(false);
  }

  #wait(isWanted: boolean): void {
    clearTimeout(this.#timer);
    this.#isWanted = isWanted && this.#host.live;
    if (this.#isWanted) this.#timer = setTimeout(() => void this.#run(), PAUSE);
  }

  async #run(): Promise<void> {
    // Each of these tells when it has ended, and the pause begins anew.
    if (this.#isComposing || this.#console.isAtWork || !this.#isStarted) return;
    const {files} = this.#project;
    const path = await this.#unfinished(files);
    // Another change, or somebody else who has run it, comes first.
    if (!this.#isWanted || !this.#host.live || files !== this.#project.files) return;
    this.#isWanted = false;
    if (path !== undefined) return this.#say(texts => texts.unfinished(path));
    // Whatever it comes to is shown.
    await this.#host.launch(true).catch(() => {});
  }

  /** What the reader started and did not stop; a first start is waited for. */
  get #isStarted(): boolean {
    const {state, isQuiet} = this.#site;
    return state === 'ready' || state === 'busy' || (state === 'starting' && isQuiet);
  }

  /** A file that was changed and has a syntax error now. */
  async #unfinished(files: readonly ProjectFile[]): Promise<string | undefined> {
    const known = new Map(this.#read.map(file => [file.path, file]));
    const changed = files.filter(file => known.get(file.path) !== file);
    // Without an editor it is Python that says it.
    const editor = await import('../editor/index.js').catch(() => undefined);
    const hasError = ({path, content}: ProjectFile): boolean =>
      typeof content === 'string' && (editor?.isUnfinished(path, content) ?? false);
    // What Python read is no error, whatever the editor's grammar says of it.
    return changed.find(file => {
      const before = known.get(file.path);
      return hasError(file) && !(before && hasError(before));
    })?.path;
  }

  async #noteEnd(): Promise<void> {
    const {state, loadError, running} = this.#site;
    if (state !== 'ready') return;
    if (loadError) this.#error = whatFailed(loadError);
    else this.#read = this.#host.ran;
    // The reader may have gone on while it was starting.
    if (this.#host.ran !== this.#project.files) this.#wait(true);
    if (running.view.isKept) await this.#say(texts => texts.kept(this.#error));
  }

  async #say(text: (texts: ConsoleStrings['live']) => string): Promise<void> {
    const {live} = await loadPart(this.#host.strings.consoleTexts());
    this.#site.say(text(live));
  }
}

/** E.g. `NameError, polls/views.py:5`. */
function whatFailed({type, path, line}: Raised): string {
  if (path === undefined) return type;
  return `${type}, ${path}${line === undefined ? '' : `:${line}`}`;
}
