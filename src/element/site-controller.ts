import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Browser, formatAddress, get, parseAddress, type Visit} from '../browser/index.js';
import {GUEST, OutputFrame} from '../frame/index.js';
import {AssetCache, toDocument, type FetchAsset} from '../page/index.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {Navigation} from '../protocol/frame.js';
import type {HttpResponse} from '../protocol/http.js';
import type {CommandResult, LoadError} from '../protocol/interpreter.js';
import type {Progress} from '../protocol/stage.js';
import {Session, type Launch} from '../runtime/index.js';
import * as events from './events.js';
import {saveFile} from './save-file.js';
import {sharedPool} from './shared-pool.js';
import type {PlaygroundState} from './state.js';

/**
 * The running site: a session with an interpreter, a browser that talks to it, and a frame that
 * shows what comes back. Every state it can be in is entered in this file.
 */
export class SiteController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: Session;
  readonly #browser: Browser;
  readonly #frame: OutputFrame;
  /** Static files as they were inlined; another launch may have changed them. */
  #assets = new AssetCache();
  #state: PlaygroundState = 'idle';
  /** Which launch is the latest; what an earlier one comes to no longer matters. */
  #launch = 0;
  /** Requests and commands under way. */
  #working = 0;

  /** How far the start has come; `undefined` outside of one. */
  progress: Progress | undefined;
  /** Why the last thing asked did not work; kept until something else is asked. */
  failure: PlaygroundError | undefined;
  /** The exception that kept the project from loading; the output shows Django's page of it. */
  loadError: LoadError | undefined;

  /** @param screen The element that holds the output frame. */
  constructor(host: ReactiveControllerHost & HTMLElement, screen: HTMLElement) {
    this.#host = host;
    host.addController(this);
    this.#session = new Session(sharedPool(), {
      onoutput: output => host.dispatchEvent(new events.PlaygroundOutputEvent(output)),
      onfiles: changes => host.dispatchEvent(new events.PlaygroundFilesEvent(changes)),
      onprogress: progress => this.#advance(progress),
    });
    this.#browser = new Browser({
      send: request => this.#work(() => this.#session.request(request)),
    });
    this.#frame = new OutputFrame(screen);
  }

  get state(): PlaygroundState {
    return this.#state;
  }

  /** Path, query and fragment of the page that is shown; `undefined` before the first. */
  get address(): string | undefined {
    return this.#browser.history.current ? formatAddress(this.#browser.url) : undefined;
  }

  get canGoBack(): boolean {
    return this.#browser.history.canGoBack;
  }

  get canGoForward(): boolean {
    return this.#browser.history.canGoForward;
  }

  /** A removed element frees its interpreter. */
  hostDisconnected(): void {
    this.stop();
  }

  /**
   * Start the site with these files, or start it again; it shows the page it showed before.
   *
   * @param path Where to go the first time.
   * @throws PlaygroundError with any of the runtime's codes; `stopped` when overtaken.
   */
  async launch(launch: Launch, path: string): Promise<void> {
    const current = ++this.#launch;
    this.failure = undefined;
    this.#enter('starting');
    this.#advance({stage: 'download'});
    const {error} = await this.#session.launch(launch);
    this.loadError = error;
    if (error) this.#tell(loadFailed(error));
    this.#assets = new AssetCache();
    this.#advance({stage: 'respond'});
    const url = parseAddress(this.address ?? path, this.#browser.url) ?? this.#browser.url;
    await this.#show(await this.#browser.navigate(get(url), {replace: true}));
    if (current === this.#launch) this.#enter('ready');
  }

  /** End whatever it is doing, at once. What Django had written stays. */
  stop(): void {
    this.#launch++;
    this.#session.stop();
    if (this.#state !== 'idle') this.#enter('stopped');
  }

  /** Stop, and forget what Django wrote, the cookies and the history. */
  forget(): void {
    this.stop();
    this.#session.forget();
    this.#browser.clear();
  }

  /** Go to what was typed into the address line. */
  async go(address: string): Promise<void> {
    const url = parseAddress(address, this.#browser.url);
    if (url) return this.#visit(() => this.#browser.navigate(get(url)));
    return this.fail(
      new PlaygroundError({
        code: 'bad-request',
        message: `“${address}” is no address. Write a path of the site, e.g. /admin/.`,
      }),
    );
  }

  reload(): Promise<void> {
    return this.#visit(() => this.#browser.reload());
  }

  /** Go so many pages through the history, backwards where negative. */
  traverse(delta: number): Promise<void> {
    return this.#visit(() => this.#browser.traverse(delta));
  }

  /**
   * Ask the site without showing the answer, with its cookies, redirects followed.
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

  async #visit(visiting: () => Promise<Visit | null>): Promise<void> {
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      const visit = await visiting();
      if (visit) await this.#show(visit);
    } catch (error) {
      this.fail(error);
    }
  }

  async #show(visit: Visit): Promise<void> {
    if (visit.kind === 'external') return openElsewhere(visit.url);
    if (visit.kind === 'fragment') return this.#frame.scrollTo(visit.url);
    const {url, response, signal, entry} = visit;
    const page = await toDocument(response, this.#fetchAsset, {
      url,
      guest: GUEST,
      download: entry.navigation.download,
      cache: this.#assets,
      signal,
    });
    if (page.kind === 'none') return;
    if (page.kind === 'download') return saveFile(page.filename, page.bytes);
    this.#browser.commit(visit);
    await this.#frame.show(page.html, {url, position: visit.position});
    const {status, duration} = response;
    this.#host.dispatchEvent(
      new events.PlaygroundResponseEvent(formatAddress(url), status, duration),
    );
    this.#host.requestUpdate();
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
    if (this.#state === 'ready') this.#enter('busy');
    try {
      return await work();
    } finally {
      this.#working--;
      if (this.#working === 0 && this.#state === 'busy') this.#enter('ready');
    }
  }

  #advance(progress: Progress): void {
    if (this.#state !== 'starting') return;
    this.progress = progress;
    this.#host.dispatchEvent(new events.PlaygroundProgressEvent(progress));
    this.#host.requestUpdate();
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

  /** Show and tell a failure, unless it only says that something else was asked meanwhile. */
  fail(cause: unknown): void {
    if (cause instanceof DOMException && cause.name === 'AbortError') return;
    const failure = toPlaygroundError(cause);
    if (failure.code === 'stopped') return;
    this.failure = failure;
    this.#enter(this.#session.serving ? 'ready' : 'failed');
    this.#tell(failure);
  }

  #tell(failure: PlaygroundError): void {
    this.#host.dispatchEvent(new events.PlaygroundErrorEvent(failure));
  }
}

function openElsewhere(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}

function loadFailed({type, message, traceback}: LoadError): PlaygroundError {
  return new PlaygroundError({
    code: 'load-failed',
    message: `The project could not be loaded: ${type}: ${message}`,
    detail: traceback,
  });
}

function toPlaygroundError(cause: unknown): PlaygroundError {
  if (cause instanceof PlaygroundError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new PlaygroundError({code: 'internal', message}, {cause});
}
