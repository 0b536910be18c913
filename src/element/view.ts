import {
  Browser,
  formatAddress,
  get,
  parseAddress,
  type Visit,
  type VisitorView,
} from '../browser/index.js';
import {OutputFrame, saveFile} from '../frame/index.js';
import type {Output, OutputFrameOptions, ShowOptions} from '../frame/index.js';
import {
  forbidsFraming,
  toDocument,
  type DocumentOptions,
  type DocumentPage,
  type FetchAsset,
  type Page,
} from '../page/index.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {NestedMessage} from '../protocol/frame-nested.js';
import type {StorageChange} from '../protocol/frame-state.js';
import type {HostMessage, Navigation} from '../protocol/frame.js';
import type {HttpResponse} from '../protocol/http.js';
import {relay, type FrameRelay} from './frame-relay.js';
import {KeptState} from './kept-state.js';
import {made, NestedViews, showOrSay} from './nested-views.js';
import {PAGE_TEXTS} from './page-texts.js';
import {frameAddress, siteParser} from './runtime-files.js';
import type {Shown} from './site-events.js';
import {refusedFrame} from './site-failures.js';
import {nestedOptions, type ViewedSite, type ViewOptions} from './view-options.js';

/** A site as one visitor sees it: a browser that talks to it and a frame that shows what comes back. */
export class View implements VisitorView {
  readonly #site: ViewedSite;
  readonly #browser: Browser;
  readonly #frame: Output;
  /** Whether it is in a frame of another view's page. */
  readonly #isNested: boolean;
  /** Frames of the page that is shown. */
  #nested = this.#makeNested();
  /** What its documents know of their visitor, and keep. */
  readonly kept: KeptState;
  readonly #options: ViewOptions;
  /** Whether any page has been shown. */
  hasShown = false;
  /** Whether the page that is shown stayed there although the site answered with an error. */
  isKept = false;
  /** Whether the page that is shown is an error's. */
  #isError = false;

  /** @param place The element that holds the output frame, or what makes a frame elsewhere. */
  constructor(
    place: HTMLElement | ((options: OutputFrameOptions) => Output),
    site: ViewedSite,
    options: ViewOptions,
  ) {
    const {visitor} = options;
    this.#site = site;
    this.#options = options;
    this.#isNested = typeof place === 'function';
    this.#browser = new Browser({
      send: request => site.send(request, visitor.name),
      open: (request, signal) => site.open(request, visitor.name, signal),
      connect: request => site.connect(request, visitor.name),
      visitor,
      destination: this.#isNested ? 'iframe' : 'document',
    });
    this.kept = new KeptState(this.#browser, this, () => site.onStored?.(), options.session);
    visitor.watch(this);
    const output: OutputFrameOptions = {
      onEvent: event =>
        relay(event, {
          view: this,
          options,
          browser: this.#browser,
          events: this.#isNested ? this.#nestedEvents() : site.events,
          findPlace: address => site.paths.parse(address),
        }),
      guest: frameAddress(),
      network: this.#browser,
    };
    this.#frame = typeof place === 'function' ? place(output) : new OutputFrame(place, output);
  }

  /** Path, query and fragment of the page that is shown; `undefined` before the first. */
  get address(): string | undefined {
    return this.#browser.history.current ? formatAddress(this.#browser.url) : undefined;
  }

  /** Absolute URL of it. */
  get url(): string {
    return this.#browser.url;
  }

  /** The title of the page that is shown. */
  get title(): string {
    return this.#frame.title;
  }

  set title(title: string) {
    this.#frame.title = title;
    this.#options.onChange();
  }

  get canGoBack(): boolean {
    return this.#browser.history.canGoBack;
  }

  get canGoForward(): boolean {
    return this.#browser.history.canGoForward;
  }

  /** Make the frame of the next page now, while there is nothing else to do. */
  prepare(): void {
    this.#frame.prepare();
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

  /** Show what no request was made for. */
  async write(response: HttpResponse, url: string): Promise<void> {
    const page = await this.#toPage(response, {url});
    if (page.kind !== 'document') return;
    const {databases} = await this.kept.partsFor(page);
    const state = this.kept.for(null, {databases});
    await this.#put(page, {url, state});
    this.#options.onChange();
  }

  /** What the page that is shown says of a frame in it. */
  nest(message: NestedMessage, port: MessagePort | undefined): void {
    this.#nested.take(message, port);
  }

  /** Say something to the page that is shown. */
  send(message: HostMessage): void {
    this.#frame.send(message);
  }

  /** Move the focus into the page that is shown. */
  focus(): void {
    this.#frame.focus();
  }

  /** Show nothing any more. */
  dispose(): void {
    this.#browser.visitor.unwatch(this);
    this.#nested.clear();
    this.#frame.dispose();
  }

  onCookies(): void {
    this.#frame.sendCookies(this.#browser.visitor.jar.scriptCookies);
  }

  onStored(change: StorageChange, url: string): void {
    this.#frame.send({kind: 'stored', change, url});
  }

  /** Forget where one has been, and what its pages kept for as long as it is there. */
  clear(): void {
    this.#browser.clear();
    this.kept.clear();
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
      this.#frame.send({kind: 'entered', place: this.#browser.place});
      this.#options.onChange();
      return undefined;
    }
    const {url, response, signal, entry} = visit;
    const isError = response.status >= 500;
    const {current} = this.#browser.history;
    this.isKept = isQuiet && isError && current !== null && !this.#isError;
    if (this.isKept) return undefined;
    const {download} = entry.navigation;
    const page = await this.#toPage(response, {url, download, signal});
    if (page.kind === 'download') saveFile(page.filename, page.bytes, page.type);
    if (page.kind !== 'document') return undefined;
    const parts = await this.kept.partsFor(page);
    this.#browser.commit(visit);
    this.#isError = isError;
    const position = isQuiet && current ? current.position : visit.position;
    const state = this.kept.for(entry.navigation.referrer, parts);
    await this.#put(page, {url, position, state, signal});
    this.title = page.title || formatAddress(url);
    return {path: formatAddress(url), status: response.status, duration: response.duration};
  }

  /** Show a page in the place of the one before it, whose frames go with it. */
  async #put({html, late}: DocumentPage, options: ShowOptions): Promise<void> {
    const before = this.#nested;
    this.#nested = this.#makeNested();
    const {window} = this.#options;
    await this.#frame.show(html, {...options, window, answer: ask => late.answer(ask)});
    before.clear();
    this.hasShown = true;
  }

  async #toPage(response: HttpResponse, options: DocumentOptions): Promise<Page> {
    const refusal = this.#isNested ? forbidsFraming(response.headers) : null;
    const shown = refusal
      ? made(refusedFrame(formatAddress(options.url), refusal), 'text/plain')
      : response;
    const parser = await siteParser();
    const {cache} = this.#site.assets;
    return toDocument(shown, this.#fetchAsset, {...options, parser, cache, texts: PAGE_TEXTS});
  }

  #makeNested(): NestedViews {
    return new NestedViews(place => {
      const options = {...nestedOptions(this.#options), session: this.kept.session};
      return new View(place, this.#site, options);
    });
  }

  /** What becomes of a page in a frame is no affair of the one around it. */
  #nestedEvents(): FrameRelay['events'] {
    const {events} = this.#site;
    return {
      onvisit: visit => void showOrSay(this, visit),
      onnotice: notice => events.onnotice(notice),
      onreveal: place => events.onreveal(place),
    };
  }

  readonly #fetchAsset: FetchAsset = async (url, {destination, referrer, signal}) => {
    const {navigation, response} = await this.#browser.request(get(url, referrer), {
      destination,
      signal,
    });
    return {url: navigation.url, response};
  };
}

function openElsewhere(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}
