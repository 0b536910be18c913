import type {Arrival, Trail} from '../protocol/frame-navigation.js';
import type {ScriptRequest, ScriptResponse, ScriptSocket} from '../protocol/frame-network.js';
import type {DocumentEntry, HistoryPlace} from '../protocol/frame-state.js';
import type {Navigation, ScrollPosition} from '../protocol/frame.js';
import {type HttpResponse, SITE_ORIGIN} from '../protocol/http.js';
import type {Socket} from '../protocol/socket.js';
import {isSameDocument} from './address.js';
import {type Exchange, type Send, exchange} from './exchange.js';
import type {BrowserIdentity, Destination} from './headers.js';
import {type Open, openForScript} from './script-exchange.js';
import {type Connect, connectForScript} from './script-socket.js';
import {type HistoryEntry, type HistoryState, newNames, SessionHistory} from './session-history.js';
import {arrivalBy, trailOf} from './trail.js';
import type {PageVisit, Placement, Visit} from './visit.js';
import {Visitor} from './visitor.js';

export interface BrowserOptions {
  readonly send: Send;
  /** Sends a request of a script, which takes its response as it comes. */
  readonly open?: Open | undefined;
  /** Opens a WebSocket of a script. */
  readonly connect?: Connect | undefined;
  /** Whose cookies are sent; somebody new by default. */
  readonly visitor?: Visitor | undefined;
  /** Where an earlier browser had been. */
  readonly history?: HistoryState | undefined;
  /** The real browser's own by default. */
  readonly identity?: BrowserIdentity | undefined;
  /** Whether its pages are shown in a window, which is the default, or in a frame of another page. */
  readonly destination?: 'document' | 'iframe' | undefined;
}

export interface NavigateOptions {
  /** Abandons the navigation; handed on to `send`. */
  readonly signal?: AbortSignal | undefined;
  /** Take the current entry's place in the history, and ask even for what is shown. */
  readonly replace?: boolean | undefined;
}

/** Largest answer to a POST that the history keeps, in bytes. */
const LARGEST_KEPT = 1024 * 1024;

/**
 * What a browser does between a click and a page: headers, cookies, redirects, history.
 *
 * The last navigation wins. An earlier one that is still under way rejects with an `AbortError`,
 * but its request is left to run: the site may be in the middle of a write, and the cookies it
 * answers with are kept. Only the caller's own signal reaches `send`.
 */
export class Browser {
  readonly visitor: Visitor;
  readonly history: SessionHistory;
  readonly #send: Send;
  readonly #open: Open;
  readonly #connect: Connect;
  readonly #identity: BrowserIdentity;
  readonly #destination: 'document' | 'iframe';
  #latest = new AbortController();
  /** That of the document shown, which may still be coming. */
  #committed: AbortController | null = null;
  /** How the document shown came to be there. */
  #arrival: Arrival = {kind: 'push', from: null};
  /** The last number given to a document. */
  #documents: number;

  constructor({
    send,
    open = refuse,
    connect = refuse,
    visitor = new Visitor(),
    history,
    identity = navigator,
    destination = 'document',
  }: BrowserOptions) {
    this.visitor = visitor;
    this.history = new SessionHistory(history);
    this.#documents = Math.max(0, ...this.history.entries.map(({document}) => document));
    this.#send = send;
    this.#open = open;
    this.#connect = connect;
    this.#identity = identity;
    this.#destination = destination;
  }

  /** Absolute URL of where one is, fragment included. */
  get url(): string {
    return this.history.current?.navigation.url ?? `${SITE_ORIGIN}/`;
  }

  /** Whether a reload would send a form once more, which a person should be asked about. */
  get reloadSendsForm(): boolean {
    return (this.history.current?.navigation.method ?? 'GET') !== 'GET';
  }

  /**
   * Goes where a link, a form or the address line leads.
   *
   * @throws PlaygroundError `bad-redirect`, whatever `send` throws, and an `AbortError` once
   *   aborted or overtaken by a later navigation.
   */
  async navigate(navigation: Navigation, options: NavigateOptions = {}): Promise<Visit> {
    if (!options.replace && this.#isJump(navigation)) return this.#jump(navigation.url);
    const isAgain = navigation.method === 'GET' && navigation.url === this.url;
    const replaces = options.replace || navigation.replace || isAgain;
    return this.#visit(navigation, replaces ? 'replace' : 'push', options.signal);
  }

  /** Makes the current page's request once more, a form's too. */
  async reload(options: NavigateOptions = {}): Promise<Visit> {
    const {current} = this.history;
    return this.#visit(current?.navigation ?? get(this.url), {delta: 0}, options.signal, current);
  }

  /**
   * Goes through the history.
   *
   * A page is asked for again, the answer to a form shown as it was. Where that answer is gone,
   * the form is not sent a second time: its address is asked for with a GET.
   *
   * @param delta How many steps, backwards where negative.
   * @returns `null` where the history does not reach so far.
   */
  async traverse(delta: number, options: NavigateOptions = {}): Promise<Visit | null> {
    const entry = this.history.at(delta);
    if (entry === null) return null;
    const {navigation, response, position} = entry;
    if (entry.document === this.history.current?.document && delta !== 0) {
      this.#supersedeOthers();
      this.history.move(delta);
      return {kind: 'fragment', url: navigation.url};
    }
    if (response) {
      const signal = this.#supersede(options.signal);
      const {url} = navigation;
      return {kind: 'page', url, response, position, signal, entry, placement: {delta}};
    }
    const request = navigation.method === 'GET' ? navigation : get(navigation.url);
    return this.#visit(request, {delta}, options.signal, entry);
  }

  /**
   * Takes note that a visit's page is being shown. One that turned out to be a download is never
   * committed, and the history stays as it was.
   *
   * @throws An `AbortError` once a later navigation has begun.
   */
  commit({signal, entry, placement}: PageVisit): void {
    signal.throwIfAborted();
    this.#committed = this.#latest;
    this.#arrival = arrivalBy(placement, this.history.current);
    if (placement === 'push') return this.history.push(entry);
    if (placement !== 'replace') this.history.move(placement.delta);
    this.history.replace(entry);
  }

  /** Where one is, as the document there should know it. */
  get place(): HistoryPlace {
    const {current, index, entries} = this.history;
    const {state = null, isManual = false, position, names} = current ?? {};
    return {
      url: this.url,
      state,
      index: Math.max(0, index),
      length: Math.max(1, entries.length),
      isManual,
      ...(position && {position}),
      ...(names && {names}),
    };
  }

  /** The whole history, and how one came to where one is. */
  get trail(): Trail {
    return trailOf(this.history, this.#arrival);
  }

  /** Takes note of an address or a state that the document has given itself. */
  enter(entry: DocumentEntry, replaces: boolean): void {
    this.history.enter(entry, replaces);
  }

  /** Takes note of what the Navigation API keeps with where one is. */
  keep(kept: unknown): void {
    this.history.update({kept});
  }

  /** Takes note that scripts restore the scroll position of where one is, or no longer do. */
  setRestoration(isManual: boolean): void {
    this.history.update({isManual});
  }

  /** Takes note of where the reader has scrolled to. */
  noteScroll(position: ScrollPosition): void {
    this.history.update({position});
  }

  /**
   * Makes a request beside the navigation, for a static file or a script: with cookies and
   * redirects, without history.
   */
  request(
    navigation: Navigation,
    options: {destination?: Destination | undefined; signal?: AbortSignal | undefined} = {},
  ): Promise<Exchange> {
    const {destination = 'empty', signal} = options;
    return exchange(navigation, {
      send: this.#send,
      jar: this.visitor.jar,
      identity: this.#identity,
      destination,
      signal,
    });
  }

  /** Makes a request for a script of the page that is shown. */
  async open(request: ScriptRequest, signal: AbortSignal): Promise<ScriptResponse> {
    const {jar} = this.visitor;
    const context = {open: this.#open, jar, identity: this.#identity, signal};
    const response = await openForScript(request, context);
    return 'elsewhere' in response ? response : {...response, cookies: jar.scriptCookies};
  }

  /** Opens a WebSocket for a script of the page that is shown. */
  async connect(request: ScriptSocket): Promise<Socket> {
    const {jar} = this.visitor;
    return connectForScript(request, {connect: this.#connect, jar, identity: this.#identity});
  }

  /** Forgets where it has been. */
  clear(): void {
    this.#supersede();
    this.history.clear();
  }

  #isJump({method, url, download}: Navigation): boolean {
    const isWithin = this.history.current !== null && isSameDocument(url, this.url);
    return isWithin && url.includes('#') && method === 'GET' && download === undefined;
  }

  #jump(url: string): Visit {
    if (url !== this.url) {
      this.#supersedeOthers();
      this.history.enter({url, state: null}, false);
    }
    return {kind: 'fragment', url};
  }

  async #visit(
    asked: Navigation,
    placement: Placement,
    caller: AbortSignal | undefined,
    again: HistoryEntry | null = null,
  ): Promise<Visit> {
    const signal = this.#supersede(caller);
    const {navigation, response} = await exchange(asked, {
      send: this.#send,
      jar: this.visitor.jar,
      identity: this.#identity,
      destination: this.#destination,
      signal: caller,
      beforeRedirect: () => signal.throwIfAborted(),
    });
    signal.throwIfAborted();
    const {url} = navigation;
    if (response === null) return {kind: 'external', url};
    const isSame = again !== null && isSameDocument(url, again.navigation.url);
    const document = isSame ? again.document : ++this.#documents;
    const known: Partial<HistoryEntry> = isSame ? again : {kept: asked.kept};
    const {position = null, state, isManual = false, kept} = known;
    const answer = isAnswerKept(navigation, response) ? response : null;
    const names = again?.names ?? newNames(placement === 'replace' ? this.history.current : null);
    const own = {names, kept, response: answer};
    const entry: HistoryEntry = {navigation, document, position, state, isManual, ...own};
    return {kind: 'page', url, response, position, signal, entry, placement};
  }

  /** Ends a navigation to another document; one that is coming already can be moved about in. */
  #supersedeOthers(): void {
    if (this.#latest !== this.#committed) this.#supersede();
  }

  /** Ends the navigation under way; gives the signal of the one that begins. */
  #supersede(caller?: AbortSignal): AbortSignal {
    this.#latest.abort(new DOMException('Another navigation has begun.', 'AbortError'));
    this.#latest = new AbortController();
    return caller ? AbortSignal.any([this.#latest.signal, caller]) : this.#latest.signal;
  }
}

function refuse(): never {
  throw new TypeError('Scripts cannot ask this site.');
}

/** The request for an address. */
export function get(url: string, referrer: string | null = null): Navigation {
  return {method: 'GET', url, headers: [], body: new Uint8Array(), referrer};
}

function isAnswerKept({method}: Navigation, {body}: HttpResponse): boolean {
  return method !== 'GET' && body.length <= LARGEST_KEPT;
}
