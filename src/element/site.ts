import {
  completeProject,
  needsLocales,
  parseSuperuser,
  rendersJavaScript,
  requirementsOf,
  toStoredFiles,
} from '../project/index.js';
import type {HttpEnd, HttpHead, HttpRequest, HttpResponse, HttpStream} from '../protocol/http.js';
import type {
  CommandResult,
  CompletionRequest,
  Finding,
  LoadError,
  ShellState,
} from '../protocol/interpreter.js';
import type {Packages} from '../protocol/packages.js';
import type {StoredFile} from '../protocol/project.js';
import type {Rendering} from '../protocol/rendering.js';
import type {Socket, SocketRequest} from '../protocol/socket.js';
import type {SavedSite} from '../protocol/storage.js';
import {Session} from '../runtime/index.js';
import {Downloads} from './downloads.js';
import {loadPart} from './load-part.js';
import {PlaygroundMailEvent} from './mail-event.js';
import {missingModule} from './missing-module.js';
import {ReaderPaths} from './reader-paths.js';
import {requestLine} from './request-line.js';
import {sharedPool} from './shared-pool.js';
import {SiteAssets} from './site-assets.js';
import type {Shown, SiteEvents} from './site-events.js';
import type {SiteOptions} from './site-options.js';
import type {View} from './view.js';
import type {ViewedSite} from './view-options.js';
import {Visitors} from './visitors.js';

/** Most commands that are known to have run. */
const MOST_RAN = 500;

/**
 * Milliseconds. A script's request is mostly over sooner, and to show that one is under way would
 * take as long as Django.
 */
const SHORT = 100;

/**
 * A site that runs: a session with an interpreter, and the views that its visitors have of it. Loaded
 * when something first runs.
 */
export class Site implements ViewedSite {
  readonly events: SiteEvents;
  readonly assets = new SiteAssets();
  onStored: (() => void) | undefined;
  /** For what needs no view. */
  readonly session: Session;
  readonly #downloads: Downloads;
  readonly #visitors: Visitors;
  #paths = new ReaderPaths({files: []});
  /** Requests and commands under way. */
  #working = 0;
  /** Commands that ended without a failure. */
  #ran: readonly string[] = [];

  /** @param screen The element that holds the output frame. */
  constructor(screen: HTMLElement, events: SiteEvents) {
    this.events = events;
    this.#downloads = new Downloads(progress => events.onprogress?.(progress));
    this.session = new Session(sharedPool(), {
      ...events,
      onmail: mail => void screen.dispatchEvent(new PlaygroundMailEvent(mail)),
      onprogress: this.#downloads.onRuntime,
    });
    this.#visitors = new Visitors(screen, this);
  }

  /** Where the project's files are, for who reads them. */
  get paths(): ReaderPaths {
    return this.#paths;
  }

  /** What its first visitor sees. */
  get view(): View {
    return this.#visitors.view;
  }

  /** What it is continued from on a later visit. */
  get saved(): SavedSite {
    return {
      ...this.#visitors.saved,
      written: this.session.written,
      ...(this.#ran.length > 0 && {ran: this.#ran}),
    };
  }

  /** Whether an interpreter serves it at this moment. */
  get serving(): boolean {
    return this.session.serving;
  }

  /**
   * Load the project into a new interpreter.
   *
   * @param path What will be asked for first, where no page was shown yet.
   * @returns the exception that kept it from loading, where there was one.
   * @throws PlaygroundError with any of the runtime's codes; `stopped` when overtaken.
   */
  async launch(
    {files, attributes, pristine}: SiteOptions,
    path: string,
  ): Promise<LoadError | undefined> {
    const {django: series, superuser, bare, requirements, visitors, strings} = attributes;
    this.#visitors.seat(visitors, path, strings.windows);
    const project = completeProject(files);
    this.#paths = new ReaderPaths(project);
    for (const note of project.notes) this.events.onnote(note);
    const wanted = requirementsOf(project.files, requirements);
    const packages = wanted ? this.#install(wanted, series) : undefined;
    const stored = toStoredFiles(project);
    const launching = this.session.launch({
      series,
      locales: needsLocales(project.files),
      files: stored,
      pristine,
      path: this.view.address ?? path,
      settingsModule: project.settingsModule,
      migrate: !bare,
      ...(superuser && {superuser: parseSuperuser(superuser)}),
      ...(packages && {packages}),
      ...(rendersJavaScript(files) && {rendering: this.#prepareRendering(stored)}),
    });
    // While the page has nothing else to do: a browser may start a process for it.
    this.view.prepare();
    const {error} = await launching;
    this.assets.onLaunch(project, series, (await packages)?.key);
    const hint = error && missingModule(error);
    if (hint) this.events.onnote(hint);
    return error && this.#paths.translate(error);
  }

  /**
   * Show to each visitor the page of the moment, or the first.
   *
   * @param isQuiet As in {@link View.restore}.
   * @returns what the first of them sees.
   */
  restore(path: string, isQuiet: boolean): Promise<Shown | undefined> {
    return this.#visitors.restore(path, isQuiet);
  }

  /** Get the packages that it asks for, while the runtime is loaded. */
  #install(requirements: string, series: string | null): Promise<Packages> {
    const installing = loadPart(import('./site-packages.js')).then(async ({installPackages}) => {
      const packages = await installPackages(requirements, series, this.#downloads.onPackages);
      for (const note of packages.notes) this.events.onnote(note);
      return packages;
    });
    void this.#downloads.expect(installing);
    return installing;
  }

  async #prepareRendering(files: readonly StoredFile[]): Promise<Rendering> {
    const {prepareRendering} = await loadPart(import('../rendering/index.js'));
    return prepareRendering(files);
  }

  /** The file as the reader knows it, of one as a traceback shows it. */
  readerPath(stored: string): string {
    return this.#paths.find(stored);
  }

  /** Ask Django, and tell of it. */
  send(request: HttpRequest, visitor: string): Promise<HttpResponse> {
    return this.#work(async () => {
      const response = await this.session.request(request);
      this.#tell(request, response, visitor);
      return response;
    });
  }

  /** Ask Django for a script, which takes the response as it comes. */
  async open(request: HttpRequest, visitor: string, signal?: AbortSignal): Promise<HttpStream> {
    const started = performance.now();
    const stream = await this.#work(() => this.session.open(request, signal), SHORT);
    const tell = (end: HttpEnd): void => this.#tell(request, {...stream, ...end}, visitor);
    // Nobody can say when one of these ends.
    if (isEventStream(stream)) tell({duration: performance.now() - started});
    else void stream.end.then(tell);
    return stream;
  }

  /** Open a WebSocket of Django's for a script. */
  async connect(request: SocketRequest, visitor: string): Promise<Socket> {
    const started = performance.now();
    const socket = await this.#work(() => this.session.connect(request));
    const answer = {...socket, duration: performance.now() - started};
    this.#tell({...request, method: 'GET'}, answer, visitor);
    return socket;
  }

  #tell(request: Omit<HttpRequest, 'body'>, answer: HttpHead & HttpEnd, visitor: string): void {
    const line = requestLine(request, answer, this.#paths);
    this.events.onrequest({...line, ...(visitor && {visitor})});
  }

  /** Run a management command until it ends or, where `interactive`, asks for more. */
  async manage(
    args: readonly string[],
    stdin: string,
    interactive: boolean,
  ): Promise<CommandResult> {
    const result = await this.#work(() => this.session.manage(args, stdin, interactive));
    if (result.exitCode === 0 && !result.asks) {
      this.#ran = [...this.#ran, args.join(' ')].slice(-MOST_RAN);
    }
    return result;
  }

  /** @param line One for the interactive shell; `null` begins a new one. */
  shell(line: string | null): Promise<ShellState> {
    return this.#work(() => this.session.shell(line));
  }

  complete(request: CompletionRequest): Promise<readonly string[]> {
    return this.session.complete(request);
  }

  /** What is to be said of the project without a request; nothing where it is asleep. */
  async find(): Promise<readonly Finding[]> {
    const findings = await this.session.find();
    return findings.map(finding => this.#paths.translateFinding(finding));
  }

  /** End whatever it is doing, at once. What Django had written stays. */
  stop(): void {
    this.session.stop();
  }

  /** Forget what Django wrote to a file. */
  forgetWritten(path: string): void {
    this.session.forgetFile(path);
  }

  /** Stop, and forget what Django wrote, the cookies and the history. */
  forget(): void {
    this.session.stop();
    this.session.forget();
    this.#visitors.forget();
    this.#ran = [];
  }

  /** Start anew from what Django wrote and what its visitors kept on an earlier visit. */
  continueFrom({written, ran = [], ...saved}: SavedSite): void {
    this.session.stop();
    this.session.restore(written);
    this.#visitors.continueFrom(saved);
    this.#ran = ran;
  }

  /** @param patience Milliseconds for which it is not said that something is under way. */
  async #work<Result>(work: () => Promise<Result>, patience = 0): Promise<Result> {
    let isSaid = false;
    const say = (): void => {
      isSaid = true;
      this.#working++;
      this.events.onworking(true);
    };
    const timer = patience > 0 ? setTimeout(say, patience) : undefined;
    if (patience === 0) say();
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      if (isSaid) this.#working--;
      if (isSaid && this.#working === 0) this.events.onworking(false);
    }
  }
}

function isEventStream({headers}: HttpStream): boolean {
  return headers.some(
    ([name, value]) =>
      name.toLowerCase() === 'content-type' && /^text\/event-stream\b/i.test(value),
  );
}
