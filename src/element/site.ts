import {Browser, formatAddress, get, parseAddress, type Visit} from '../browser/index.js';
import {OutputFrame, saveFile} from '../frame/index.js';
import {toDocument, type FetchAsset} from '../page/index.js';
import {completeProject, needsLocales, parseSuperuser, toStoredFiles} from '../project/index.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {Navigation} from '../protocol/frame.js';
import type {HttpRequest, HttpResponse} from '../protocol/http.js';
import type {
  CommandResult,
  CompletionRequest,
  Finding,
  LoadError,
  ShellState,
} from '../protocol/interpreter.js';
import type {SavedSite} from '../protocol/storage.js';
import {Session} from '../runtime/index.js';
import {relay} from './frame-relay.js';
import {sharedPool} from './shared-pool.js';
import {ReaderPaths} from './reader-paths.js';
import {requestLine} from './request-line.js';
import {frameAddress, siteParser} from './runtime-files.js';
import {SiteAssets} from './site-assets.js';
import type {Shown, SiteEvents} from './site-events.js';
import type {SiteOptions} from './site-options.js';

/** Most commands that are known to have run. */
const MOST_RAN = 500;

/**
 * A site that runs: a session with an interpreter, a browser that talks to it, and a frame that
 * shows what comes back. Loaded when something first runs.
 */
export class Site {
  readonly #events: SiteEvents;
  /** For what needs neither browser nor frame. */
  readonly session: Session;
  readonly #browser: Browser;
  readonly #frame: OutputFrame;
  readonly #assets = new SiteAssets();
  /** Whether the page that is shown stayed there although the site answered with an error. */
  isKept = false;
  /** Whether the page that is shown is an error's. */
  #isError = false;
  /** Requests and commands under way. */
  #working = 0;
  #paths = new ReaderPaths({files: []});
  /** Commands that ended without a failure. */
  #ran: readonly string[] = [];

  /** @param screen The element that holds the output frame. */
  constructor(screen: HTMLElement, events: SiteEvents) {
    this.#events = events;
    this.session = new Session(sharedPool(), events);
    this.#browser = new Browser({
      send: request => this.#work(() => this.#send(request)),
    });
    this.#frame = new OutputFrame(screen, {
      onEvent: event =>
        relay(event, {
          site: this,
          browser: this.#browser,
          frame: this.#frame,
          events,
          findPlace: address => this.#paths.parse(address),
        }),
      guest: frameAddress(),
    });
  }

  /** Path, query and fragment of the page that is shown; `undefined` before the first. */
  get address(): string | undefined {
    return this.#browser.history.current ? formatAddress(this.#browser.url) : undefined;
  }

  /** What it is continued from on a later visit. */
  get saved(): SavedSite {
    const {address} = this;
    return {
      written: this.session.written,
      cookies: this.#browser.jar.toJSON(),
      ...(address !== undefined && {address}),
      ...(this.#ran.length > 0 && {ran: this.#ran}),
    };
  }

  get canGoBack(): boolean {
    return this.#browser.history.canGoBack;
  }

  get canGoForward(): boolean {
    return this.#browser.history.canGoForward;
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
    {files, series, superuser, bare, pristine}: SiteOptions,
    path: string,
  ): Promise<LoadError | undefined> {
    const project = completeProject(files);
    this.#paths = new ReaderPaths(project);
    for (const note of project.notes) this.#events.onnote(note);
    const launching = this.session.launch({
      series,
      locales: needsLocales(project.files),
      files: toStoredFiles(project),
      pristine,
      path: this.address ?? path,
      settingsModule: project.settingsModule,
      migrate: !bare,
      ...(superuser && {superuser: parseSuperuser(superuser)}),
    });
    // While the page has nothing else to do: a browser may start a process for it.
    this.#frame.prepare();
    const {error} = await launching;
    this.#assets.onLaunch(project, series);
    return error && this.#paths.translate(error);
  }

  /** The file as the reader knows it, of one as a traceback shows it. */
  readerPath(stored: string): string {
    return this.#paths.find(stored);
  }

  /**
   * Show the page of the moment again, or the one at `path` where there is none yet.
   *
   * @param isQuiet Whether it stays scrolled to where it is, and itself before it becomes an error's.
   */
  async restore(path: string, isQuiet: boolean): Promise<Shown | undefined> {
    const url = parseAddress(this.address ?? path, this.#browser.url) ?? this.#browser.url;
    return this.#show(this.#browser.navigate(get(url), {replace: true}), isQuiet);
  }

  /** Go to what was typed into the address line. */
  async go(address: string): Promise<Shown | undefined> {
    const url = parseAddress(address, this.#browser.url);
    if (url) return this.navigate(get(url));
    throw new PlaygroundError({
      code: 'bad-request',
      message: `“${address}” is no address. Write a path of the site, e.g. /admin/.`,
    });
  }

  async navigate(navigation: Navigation): Promise<Shown | undefined> {
    return this.#show(this.#browser.navigate(navigation));
  }

  async reload(): Promise<Shown | undefined> {
    return this.#show(this.#browser.reload());
  }

  /** Go so many pages through the history, backwards where negative. */
  async traverse(delta: number): Promise<Shown | undefined> {
    return this.#show(this.#browser.traverse(delta));
  }

  /**
   * Ask without showing the answer, with the output's cookies, redirects followed.
   *
   * @throws PlaygroundError `bad-redirect` for one that leaves the site, among others.
   */
  async request(asked: Navigation): Promise<HttpResponse> {
    const {response, navigation} = await this.#browser.request(asked);
    if (response) return response;
    throw new PlaygroundError({
      code: 'bad-redirect',
      message: `The site redirects to ${navigation.url}, which is another site.`,
    });
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
    this.#browser.clear();
    this.#ran = [];
  }

  /** Start anew from what Django wrote and the cookies it gave on an earlier visit. */
  continueFrom({written, cookies, ran = []}: SavedSite): void {
    this.session.stop();
    this.session.restore(written);
    this.#browser.restore(cookies);
    this.#ran = ran;
  }

  async #show(visiting: Promise<Visit | null>, isQuiet = false): Promise<Shown | undefined> {
    // As soon as Django is at work: it takes its time, and so does a browser for a frame.
    const preparing = setTimeout(() => this.#frame.prepare());
    const visit = await visiting;
    clearTimeout(preparing);
    if (visit === null) return undefined;
    if (visit.kind === 'external') {
      openElsewhere(visit.url);
      return undefined;
    }
    if (visit.kind === 'fragment') {
      this.#frame.scrollTo(new URL(visit.url).hash);
      return undefined;
    }
    const {url, response, signal, entry} = visit;
    const isError = response.status >= 500;
    const {current} = this.#browser.history;
    this.isKept = isQuiet && isError && current !== null && !this.#isError;
    if (this.isKept) return undefined;
    const page = await toDocument(response, this.#fetchAsset, {
      url,
      download: entry.navigation.download,
      parser: await siteParser(),
      cache: this.#assets.cache,
      signal,
    });
    if (page.kind === 'download') saveFile(page.filename, page.bytes, page.type);
    if (page.kind !== 'document') return undefined;
    this.#browser.commit(visit);
    this.#isError = isError;
    const position = isQuiet && current ? current.position : visit.position;
    await this.#frame.show(page.html, {url, position, signal});
    this.#frame.title = page.title || formatAddress(url);
    return {path: formatAddress(url), status: response.status, duration: response.duration};
  }

  readonly #fetchAsset: FetchAsset = async (url, {destination, referrer, signal}) => {
    const {navigation, response} = await this.#browser.request(get(url, referrer), {
      destination,
      signal,
    });
    return {url: navigation.url, response};
  };

  async #send(request: HttpRequest): Promise<HttpResponse> {
    const response = await this.session.request(request);
    this.#events.onrequest(requestLine(request, response, this.#paths));
    return response;
  }

  async #work<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#working++;
    this.#events.onworking(true);
    try {
      return await work();
    } finally {
      this.#working--;
      if (this.#working === 0) this.#events.onworking(false);
    }
  }
}

function openElsewhere(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}
