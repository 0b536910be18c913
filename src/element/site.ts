import {Browser, formatAddress, get, parseAddress, type Visit} from '../browser/index.js';
import {OutputFrame, saveFile, type FrameEvent} from '../frame/index.js';
import {toDocument, type FetchAsset} from '../page/index.js';
import {completeProject, needsLocales, parseSuperuser, toStoredFiles} from '../project/index.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {Navigation} from '../protocol/frame.js';
import type {HttpResponse} from '../protocol/http.js';
import type {CommandResult, LoadError} from '../protocol/interpreter.js';
import type {ProjectFile} from '../protocol/project.js';
import type {SavedSite} from '../protocol/storage.js';
import {Session, type SessionEvents} from '../runtime/index.js';
import {sharedPool} from './shared-pool.js';
import {SiteAssets} from './site-assets.js';

/** What a site is made from: the element's files and attributes. */
export interface SiteOptions {
  readonly files: readonly ProjectFile[];
  readonly series: string | null;
  readonly superuser: string | null;
  readonly bare: boolean;
  /** Whether the files are the author's own, unchanged. */
  readonly pristine: boolean;
}

export interface SiteEvents extends SessionEvents {
  /** What was supplied to the project or completed in it, one sentence. */
  onnote(note: string): void;
  /** Django began to work on something, or has ended all of it. */
  onworking(working: boolean): void;
  /** Something in the output leads to a page; the event shows it when it calls `visit`. */
  onvisit(visit: () => Promise<Shown | undefined>): void;
  /** Something that a browser does and the output cannot, in a sentence. */
  onnotice(notice: string): void;
  /** The reader wants to leave the output with the keyboard. */
  onescape(): void;
}

/** A page that is now shown. */
export interface Shown {
  /** Path, query and fragment. */
  readonly path: string;
  readonly status: number;
  /** Milliseconds Django took. */
  readonly duration: number;
}

const LEFT = {
  code: 'not-possible',
  message:
    'A script of this page went to an address that cannot be shown here. Press Reload to come back.',
} as const;

const BLOCKED = {
  code: 'not-possible',
  message:
    "This page does not allow scripts in the output, so links and forms of the site do not work. Add 'unsafe-inline' to script-src in its Content-Security-Policy.",
} as const;

/**
 * A site that runs: a session with an interpreter, a browser that talks to it, and a frame that
 * shows what comes back. Loaded when something first runs.
 */
export class Site {
  readonly #events: SiteEvents;
  readonly #session: Session;
  readonly #browser: Browser;
  readonly #frame: OutputFrame;
  readonly #assets = new SiteAssets();
  /** Requests and commands under way. */
  #working = 0;

  /** @param screen The element that holds the output frame. */
  constructor(screen: HTMLElement, events: SiteEvents) {
    this.#events = events;
    this.#session = new Session(sharedPool(), events);
    this.#browser = new Browser({
      send: request => this.#work(() => this.#session.request(request)),
    });
    this.#frame = new OutputFrame(screen, {onEvent: event => this.#onFrameEvent(event)});
  }

  /** Path, query and fragment of the page that is shown; `undefined` before the first. */
  get address(): string | undefined {
    return this.#browser.history.current ? formatAddress(this.#browser.url) : undefined;
  }

  /** What it is continued from on a later visit. */
  get saved(): SavedSite {
    const {address} = this;
    return {
      written: this.#session.written,
      cookies: this.#browser.jar.toJSON(),
      ...(address !== undefined && {address}),
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
    return this.#session.serving;
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
    for (const note of project.notes) this.#events.onnote(note);
    const {error} = await this.#session.launch({
      series,
      locales: needsLocales(project.files),
      files: toStoredFiles(project),
      pristine,
      path: this.address ?? path,
      settingsModule: project.settingsModule,
      migrate: !bare,
      ...(superuser && {superuser: parseSuperuser(superuser)}),
    });
    this.#assets.onLaunch(project, series);
    // A lone file runs inside an app, but the reader knows it by its own path.
    const file = project.files.find(({storedAs}) => storedAs === error?.path);
    return error && file ? {...error, path: file.path} : error;
  }

  /** Show the page of the moment again, or the one at `path` where there is none yet. */
  async restore(path: string): Promise<Shown | undefined> {
    const url = parseAddress(this.address ?? path, this.#browser.url) ?? this.#browser.url;
    return this.#show(this.#browser.navigate(get(url), {replace: true}));
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

  manage(args: readonly string[], stdin: string): Promise<CommandResult> {
    return this.#work(() => this.#session.manage(args, stdin));
  }

  /** End whatever it is doing, at once. What Django had written stays. */
  stop(): void {
    this.#session.stop();
  }

  /** Forget what Django wrote to a file. */
  forgetWritten(path: string): void {
    this.#session.forgetFile(path);
  }

  /** Stop, and forget what Django wrote, the cookies and the history. */
  forget(): void {
    this.#session.stop();
    this.#session.forget();
    this.#browser.clear();
  }

  /** Start anew from what Django wrote and the cookies it gave on an earlier visit. */
  continueFrom({written, cookies}: SavedSite): void {
    this.#session.stop();
    this.#session.restore(written);
    this.#browser.restore(cookies);
  }

  async #show(visiting: Promise<Visit | null>): Promise<Shown | undefined> {
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
    const page = await toDocument(response, this.#fetchAsset, {
      url,
      download: entry.navigation.download,
      cache: this.#assets.cache,
      signal,
    });
    if (page.kind === 'download') saveFile(page.filename, page.bytes, page.type);
    if (page.kind !== 'document') return undefined;
    this.#browser.commit(visit);
    await this.#frame.show(page.html, {url, position: visit.position, signal});
    this.#frame.title = page.title || formatAddress(url);
    return {path: formatAddress(url), status: response.status, duration: response.duration};
  }

  #onFrameEvent(event: FrameEvent): void {
    switch (event.kind) {
      case 'navigate':
        this.#events.onvisit(() => this.navigate(event.navigation));
        break;
      case 'fragment':
        // It is there already; the browser only takes note of it.
        this.#events.onvisit(async () => void (await this.#browser.navigate(get(event.url))));
        break;
      case 'reload':
        this.#events.onvisit(() => this.reload());
        break;
      case 'scrolled':
        this.#browser.noteScroll(event.position);
        break;
      case 'title':
        this.#frame.title = event.title;
        break;
      case 'refused':
        this.#events.onnotice(event.message);
        break;
      case 'left':
        this.#events.onvisit(() => Promise.reject(new PlaygroundError(LEFT)));
        break;
      case 'blocked':
        this.#events.onvisit(() => Promise.reject(new PlaygroundError(BLOCKED)));
        break;
      case 'escape':
        this.#events.onescape();
        break;
      case 'external':
        break;
    }
  }

  readonly #fetchAsset: FetchAsset = async (url, {destination, referrer, signal}) => {
    const {navigation, response} = await this.#browser.request(get(url, referrer), {
      destination,
      signal,
    });
    return {url: navigation.url, response};
  };

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
