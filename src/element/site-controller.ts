import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PlaygroundError} from '../protocol/failure.js';
import type {LoadError, SiteUrl} from '../protocol/interpreter.js';
import type {StoredFile} from '../protocol/project.js';
import type {Progress} from '../protocol/stage.js';
import type {SavedSite} from '../protocol/storage.js';
import {PlaygroundRequestEvent} from './console-events.js';
import * as events from './events.js';
import {loadFailed, stopped, toPlaygroundError} from './failures.js';
import {loadPart} from './load-part.js';
import type {FilePlace} from './reader-paths.js';
import type {Shown} from './site-events.js';
import type {SiteOptions} from './site-options.js';
import type {Site} from './site.js';
import type {PlaygroundState} from './state.js';
import type {View} from './view.js';

export interface SiteHost extends ReactiveControllerHost, HTMLElement {
  /** Put the focus where a reader who leaves the output with the keyboard goes on. */
  leaveOutput(): void;
  /** Show a place in the project's files. */
  reveal(place: FilePlace): void;
  /** Take what came together with the site. */
  equip(part: SitePart): void;
}

/** What is loaded when something first runs. */
export type SitePart = typeof import('./site-part.js');

/**
 * The life of the element's site, and every state it can be in. The site itself, with all that it
 * takes to run one, is loaded when something first runs.
 */
export class SiteController implements ReactiveController {
  readonly #host: SiteHost;
  readonly #screen: HTMLElement;
  #site: Site | undefined;
  /** What the next start continues from. */
  #kept: SavedSite | undefined;
  #state: PlaygroundState = 'idle';
  /** Which launch is the latest; what an earlier one comes to no longer matters. */
  #launch = 0;

  /** How far the start has come; `undefined` outside of one. */
  progress: Progress | undefined;
  /** Why the last thing asked did not work; kept until something else is asked. */
  failure: PlaygroundError | undefined;
  /** Something the output could not do, said until another page is shown. */
  notice: string | undefined;
  /** Whether any page has been shown. */
  hasShown = false;
  /** The exception that kept the project from loading; the output shows Django's page of it. */
  loadError: LoadError | undefined;

  /** Whether it is started by itself, with the page in sight. */
  isQuiet = false;

  /** @param screen The element that holds the output frame. */
  constructor(host: SiteHost, screen: HTMLElement) {
    this.#host = host;
    this.#screen = screen;
    host.addController(this);
  }

  get state(): PlaygroundState {
    return this.#state;
  }

  /** Path, query and fragment of the page that is shown, or will be; else `undefined`. */
  get address(): string | undefined {
    return this.#kept?.address ?? this.#site?.view.address;
  }

  /** What it is continued from on a later visit. */
  get saved(): SavedSite {
    return this.#kept ?? this.#site?.saved ?? {written: [], cookies: []};
  }

  /** What Django wrote, as it goes with these files into a download. */
  writtenBeside(files: readonly StoredFile[]): readonly StoredFile[] {
    return this.#kept?.written ?? this.#site?.session.writtenBeside(files) ?? [];
  }

  /** The site's URL patterns; none where it is not running. */
  async listUrls(): Promise<readonly SiteUrl[]> {
    return this.#site?.session.listUrls() ?? [];
  }

  get canGoBack(): boolean {
    return this.#site?.view.canGoBack ?? false;
  }

  get canGoForward(): boolean {
    return this.#site?.view.canGoForward ?? false;
  }

  /** A removed element frees its interpreter; one that only moves is back at once. */
  hostDisconnected(): void {
    setTimeout(() => this.#host.isConnected || this.stop());
  }

  /**
   * Start the site, or start it again; it shows the page it showed before.
   *
   * @param path Where to go the first time.
   * @throws PlaygroundError with any of the runtime's codes; `stopped` when overtaken.
   */
  async launch(options: SiteOptions, path: string): Promise<void> {
    const current = ++this.#launch;
    const overtaken = (): boolean => current !== this.#launch;
    this.failure = undefined;
    this.notice = undefined;
    this.loadError = undefined;
    this.isQuiet = options.isQuiet;
    this.#enter('starting');
    this.#advance({stage: 'download'});
    const site = await this.#loadSite();
    if (overtaken()) throw stopped();
    if (this.#kept) site.continueFrom(this.#kept);
    this.loadError = await site.launch(options, path);
    if (this.loadError) this.#tell(loadFailed(this.loadError));
    const address = this.address ?? path;
    this.#kept = undefined;
    this.#advance({stage: 'respond'});
    this.#show(await site.restore(address, options.isQuiet));
    if (overtaken()) throw stopped();
    this.#enter('ready');
  }

  /** End whatever it is doing, at once. What Django had written stays. */
  stop(): void {
    this.#launch++;
    this.#site?.stop();
    if (this.#state !== 'idle') this.#enter('stopped');
  }

  /** Stop, and forget what Django wrote, the cookies and the history. */
  forget(): void {
    this.stop();
    this.#kept = undefined;
    this.#site?.forget();
  }

  /** Forget what Django wrote to a file; the next start is without it. */
  forgetWritten(path: string): void {
    if (this.#kept) {
      const written = this.#kept.written.filter(file => file.path !== path);
      this.#kept = {...this.#kept, written};
    }
    this.#site?.forgetWritten(path);
  }

  /** Stop, and continue from what was saved on an earlier visit when it is started again. */
  continueFrom(saved: SavedSite): void {
    this.stop();
    this.#kept = saved;
    this.#host.requestUpdate();
  }

  /** Go to what was typed into the address line. */
  go(address: string): Promise<void> {
    if (this.#kept) this.#kept = {...this.#kept, address};
    return this.visit(view => view.go(address));
  }

  /**
   * What runs, for questions of all kinds.
   *
   * @throws PlaygroundError `stopped` before the first launch.
   */
  get running(): Site {
    if (!this.#site) throw stopped();
    return this.#site;
  }

  /** The file as the reader knows it, of one as a traceback shows it. */
  readerPath(stored: string): string {
    return this.#site?.readerPath(stored) ?? stored;
  }

  /** Show and tell a failure, unless it only says that something else was asked meanwhile. */
  fail(cause: unknown): void {
    if (cause instanceof DOMException && cause.name === 'AbortError') return;
    const failure = toPlaygroundError(cause);
    if (failure.code === 'stopped') return;
    this.failure = failure;
    this.#enter(this.#site?.serving ? 'ready' : 'failed');
    this.#tell(failure);
  }

  /** Take back what was said before anything ran, once the author's files can be read. */
  recover(): void {
    if (this.#state !== 'failed' || this.#site) return;
    this.failure = undefined;
    this.#enter('idle');
  }

  /** Show what the site is asked for; what goes wrong is shown, too. */
  async visit(visiting: (view: View) => Promise<Shown | undefined>): Promise<void> {
    if (!this.#site) return;
    this.failure = undefined;
    this.notice = undefined;
    this.#host.requestUpdate();
    try {
      this.#show(await visiting(this.#site.view));
    } catch (error) {
      this.fail(error);
    }
  }

  /**
   * Load all that it takes to run a site.
   *
   * @throws PlaygroundError `runtime-unavailable`.
   */
  async loadPart(): Promise<SitePart> {
    // What the part imports that pages with `persist` load alone comes beside it, not after it.
    const loading = Promise.all([import('./site-part.js'), import('./shared-storage.js')]);
    const [part] = await loadPart(loading);
    return part;
  }

  async #loadSite(): Promise<Site> {
    if (this.#site) return this.#site;
    const part = await this.loadPart();
    this.#host.equip(part);
    this.#site ??= new part.Site(this.#screen, {
      onoutput: output => this.#host.dispatchEvent(new events.PlaygroundOutputEvent(output)),
      onfiles: changes => this.#host.dispatchEvent(new events.PlaygroundFilesEvent(changes)),
      onnote: note => this.#host.dispatchEvent(new events.PlaygroundNoteEvent(note)),
      onrequest: request => this.#host.dispatchEvent(new PlaygroundRequestEvent(request)),
      onreveal: place => this.#host.reveal(place),
      onprogress: progress => this.#advance(progress),
      onworking: working => this.#work(working),
      onvisit: visit => void this.visit(visit),
      onnotice: notice => this.say(notice),
      onescape: () => this.#host.leaveOutput(),
    });
    return this.#site;
  }

  /** Say something in the status line until another page is shown. */
  say(notice: string): void {
    this.notice = notice;
    this.#host.requestUpdate();
  }

  #work(working: boolean): void {
    if (working && this.#state === 'ready') this.#enter('busy');
    if (!working && this.#state === 'busy') this.#enter('ready');
    // Something was asked of a site that had been stopped, and woke it.
    if (!working && this.#state === 'stopped' && this.#site?.serving) this.#enter('ready');
  }

  #advance(progress: Progress): void {
    if (this.#state !== 'starting') return;
    this.progress = progress;
    this.#host.dispatchEvent(new events.PlaygroundProgressEvent(progress));
    this.#host.requestUpdate();
  }

  #show(shown: Shown | undefined): void {
    this.#host.requestUpdate();
    if (!shown) return;
    this.hasShown = true;
    const {path, status, duration} = shown;
    this.#host.dispatchEvent(new events.PlaygroundResponseEvent(path, status, duration));
  }

  #enter(state: PlaygroundState): void {
    if (state !== 'starting') this.progress = undefined;
    const previous = this.#state;
    this.#state = state;
    this.#host.requestUpdate();
    if (state !== previous) {
      this.#host.dispatchEvent(new events.PlaygroundStateEvent(state, previous));
    }
  }

  #tell(failure: PlaygroundError): void {
    this.#host.dispatchEvent(new events.PlaygroundErrorEvent(failure));
  }
}
