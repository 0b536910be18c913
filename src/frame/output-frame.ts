import type {AnswerAsset} from '../protocol/frame-assets.js';
import type {DocumentState, ScriptCookie} from '../protocol/frame-state.js';
import type {HostMessage, ScrollPosition} from '../protocol/frame.js';
import type {OwnWindow} from '../protocol/frame-window.js';
import {type FrameEvent, GuestFrame} from './guest-frame.js';
import {Restlessness} from './restlessness.js';
import type {SiteNetwork} from './network/site-network.js';

export interface OutputFrameOptions {
  /** Called with each thing that happens in the document shown. */
  readonly onEvent: (event: FrameEvent) => void;
  /** Opens an address of another site; in a new tab by default. */
  readonly openExternal?: ((url: string) => void) | undefined;
  /**
   * Where the guest's page lies. A frame that has it as its address does not have the page's own
   * Content-Security-Policy, as it has otherwise.
   */
  readonly guest?: string | undefined;
  /** What answers scripts of the documents. */
  readonly network?: SiteNetwork | undefined;
}

export interface ShowOptions {
  /** The document's address on the site, fragment included. */
  readonly url: string;
  /** Where the reader had scrolled to; `null` leaves it to the fragment. */
  readonly position?: ScrollPosition | null | undefined;
  /** What its scripts know from the start. */
  readonly state?: DocumentState | undefined;
  /** Move the focus into the document; it stays there by itself where it was there before. */
  readonly focus?: boolean | undefined;
  /** The window that the document is in, where that is not the site's first. */
  readonly window?: OwnWindow | undefined;
  /** Gets the files that its scripts ask for. */
  readonly answer?: AnswerAsset | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What shows documents of the site. */
export interface Output {
  /** Its accessible name. */
  title: string;
  /** Gets ready for the next document. */
  prepare(): void;
  /**
   * Shows a document; resolves once it has loaded.
   *
   * @throws An `AbortError` when another document is shown first, and the signal's reason.
   */
  show(html: string, options: ShowOptions): Promise<void>;
  /** Says something to the document shown. */
  send(message: HostMessage): void;
  /** Says which cookies scripts may read now. */
  sendCookies(cookies: readonly ScriptCookie[]): void;
  focus(): void;
  dispose(): void;
}

/** Milliseconds that a document has for itself before the frame of the next one is made. */
const PAUSE = 250;

/**
 * The output: documents of the site, each in a new sandboxed frame that takes the place of the one
 * before it when it has loaded. So nothing flashes, and the page's history gains no entry. The
 * frame of the next document is made while the reader looks at this one.
 */
export class OutputFrame implements Output {
  readonly #parent: HTMLElement | ShadowRoot;
  readonly #onEvent: (event: FrameEvent) => void;
  readonly #openExternal: (url: string) => void;
  readonly #guest: string | undefined;
  readonly #network: SiteNetwork | undefined;
  #shown: GuestFrame | null = null;
  #loading: GuestFrame | null = null;
  #next: GuestFrame | null = null;
  readonly #restlessness = new Restlessness();
  #title = '';
  #preparing: number | undefined;

  /** @param parent Where frames go. They fill it, so it should be positioned. */
  constructor(
    parent: HTMLElement | ShadowRoot,
    {onEvent, openExternal = openTab, guest, network}: OutputFrameOptions,
  ) {
    this.#parent = parent;
    this.#onEvent = onEvent;
    this.#openExternal = openExternal;
    this.#guest = guest;
    this.#network = network;
  }

  /** The frame's accessible name. */
  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.#title = title;
    if (this.#shown) this.#shown.iframe.title = title;
  }

  /** Makes the frame of the next document now, because that is on its way. */
  prepare(): void {
    this.#next ??= this.#makeFrame();
  }

  /**
   * Shows a document, once it has loaded.
   *
   * @param html A document that needs nothing else of the site.
   * @throws An `AbortError` when another document is shown first, and the signal's reason.
   */
  async show(
    html: string,
    {url, position, state, focus = false, window, answer, signal}: ShowOptions,
  ): Promise<void> {
    signal?.throwIfAborted();
    this.#loading?.remove();
    clearTimeout(this.#preparing);
    const frame = this.#next ?? this.#makeFrame();
    this.#next = null;
    this.#loading = frame;
    this.#restlessness.begin();
    frame.write(
      {html, url, ...(position && {position}), ...(state && {state}), ...(window && {window})},
      answer,
    );
    await Promise.race([frame.loaded, aborted(signal)]);
    if (signal?.aborted) this.#discard(frame);
    signal?.throwIfAborted();
    if (this.#loading !== frame) throw new DOMException('Another document came.', 'AbortError');
    this.#swap(frame, focus);
  }

  /** Says something to the document shown. */
  send(message: HostMessage): void {
    // The history is at the document that is coming, where there is one.
    const isOfNext = message.kind === 'entered' && this.#loading !== null;
    (isOfNext ? this.#loading : this.#shown)?.send(message);
  }

  /** Says which cookies scripts may read now. */
  sendCookies(cookies: readonly ScriptCookie[]): void {
    this.#shown?.sendCookies(cookies);
    this.#loading?.sendCookies(cookies);
  }

  /** Moves the focus into the document shown. */
  focus(): void {
    this.#shown?.iframe.focus();
    this.#shown?.send({kind: 'focus'});
  }

  /** Takes every frame away. */
  dispose(): void {
    clearTimeout(this.#preparing);
    for (const frame of [this.#next, this.#loading, this.#shown]) frame?.remove();
    this.#next = null;
    this.#loading = null;
    this.#shown = null;
  }

  #makeFrame(): GuestFrame {
    const onEvent = (event: FrameEvent): void => this.#emit(frame, event);
    const frame = new GuestFrame(this.#parent, onEvent, this.#guest, this.#network);
    style(frame.iframe, false);
    return frame;
  }

  #swap(frame: GuestFrame, focus: boolean): void {
    const old = this.#shown;
    const hadFocus = old !== null && isFocused(old.iframe);
    this.#shown = frame;
    this.#restlessness.see();
    this.#loading = null;
    style(frame.iframe, true);
    frame.iframe.title = this.#title;
    // Before the old frame goes, or the focus would be lost for a moment.
    if (focus || hadFocus) this.focus();
    old?.remove();
    this.#preparing = setTimeout(() => this.prepare(), PAUSE);
  }

  #discard(frame: GuestFrame): void {
    frame.remove();
    if (this.#loading === frame) this.#loading = null;
  }

  /** A document that is being replaced, or not yet shown, may redirect but not disturb. */
  #emit(frame: GuestFrame, event: FrameEvent): void {
    if (frame !== this.#shown && frame !== this.#loading) return;
    // The history is at the next document already.
    if (frame === this.#shown && this.#loading && isOfEntry(event)) return;
    if (event.kind === 'flood') this.#take(frame);
    if (isMove(event) && !this.#mayMove(event)) return;
    if (event.kind === 'external') this.#openExternal(event.url);
    this.#onEvent(event);
  }

  /** A page that goes to others again and again, without end, is kept from it. */
  #mayMove(event: FrameEvent): boolean {
    const {isRestless: wasRestless} = this.#restlessness;
    const isReload = event.kind !== 'navigate';
    this.#restlessness.move(!isReload && (navigator.userActivation?.isActive ?? false));
    const {isRestless} = this.#restlessness;
    if (isRestless && !wasRestless) this.#onEvent({kind: 'restless'});
    return !isRestless;
  }

  /** A document that does not leave the page in peace goes. */
  #take(frame: GuestFrame): void {
    if (this.#loading === frame) this.#loading = null;
    if (this.#shown === frame) this.#shown = null;
    frame.remove();
  }
}

/** Whether an event is about where in the history the document is. */
function isOfEntry({kind}: FrameEvent): boolean {
  return ['entry', 'kept', 'restoration', 'scrolled'].includes(kind);
}

/** Whether an event leads to a document, perhaps by a script's hand alone. */
function isMove(event: FrameEvent): boolean {
  return ['navigate', 'reload', 'traverse'].includes(event.kind);
}

/** Out of the flow, so that the new frame and the old one lie over each other. */
function style({style: css}: HTMLIFrameElement, isShown: boolean): void {
  css.position = 'absolute';
  css.inset = '0';
  css.inlineSize = '100%';
  css.blockSize = '100%';
  css.border = '0';
  // What a browser paints behind a page, in the colours of the scheme.
  css.background = 'Canvas';
  css.visibility = isShown ? 'visible' : 'hidden';
}

function isFocused(iframe: HTMLIFrameElement): boolean {
  const root = iframe.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === iframe;
}

/**
 * The page opens it: what opens from within a sandbox is sandboxed too, and so often broken. But
 * only after a click, whatever the page itself may be allowed.
 */
export function openTab(url: string): void {
  if (navigator.userActivation?.isActive ?? true) window.open(url, '_blank', 'noopener,noreferrer');
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise(resolve => signal?.addEventListener('abort', () => resolve(), {once: true}));
}
