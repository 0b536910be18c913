import {GUEST_HELLO, type GuestDocument, type HostMessage} from '../protocol/frame.js';
import type {AnswerAsset} from '../protocol/frame-assets.js';
import type {ScriptCookie} from '../protocol/frame-state.js';
import {Allowance} from './allowance.js';
import {GuestLine, type GuestWord} from './guest-line.js';
import {fillWithGuest} from './guest-shell.js';
import type {Crowd} from './network/guest-network.js';
import type {SiteNetwork} from './network/site-network.js';

/** What the frame's document may do. Never `allow-same-origin`: its origin has to stay opaque. */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-downloads';

/** Longest time in milliseconds that a document stays hidden while another server is slow. */
const LONGEST_LOADING = 1500;

/** Longest time in milliseconds until a guest that was there says that it is there again. */
const LONGEST_SILENCE = 1000;

/**
 * Longest time in milliseconds until the guest of a frame that has loaded says its first word, or
 * else it is taken to be forbidden. It is long because a busy machine must not make it look so.
 */
const LONGEST_START = 5000;

/** How many messages a document may send: at once, and a second. */
const MOST_WORDS = 2000;
const WORDS_PER_SECOND = 500;

/** How deep frames in frames are looked for. */
const DEEPEST = 10;

/** Whether a guest was found to be forbidden, and none has spoken since: the next will be, too. */
let isForbidden = false;

type GuestMenu = Extract<GuestWord, {kind: 'menu'}>;

/** What can become of a document, beside what its guest says. */
type FrameFate =
  /** A script has reloaded it: the site should be asked again. */
  | {readonly kind: 'reload'}
  /** A script has left it for an address that nobody can show. */
  | {readonly kind: 'left'}
  /** It asked for more of these at once than it gets. */
  | {readonly kind: 'crowd'; readonly of: Crowd}
  /** The guest did not start: the page's own policy forbids inline scripts. */
  | {readonly kind: 'blocked'}
  /** It said more than anybody can listen to, and was taken away. */
  | {readonly kind: 'flood'}
  /** Documents led to others again and again; the last that asked for one stays. */
  | {readonly kind: 'restless'}
  /** The reader asks for the menu of a link, at that point of the frame. */
  | (GuestMenu & {readonly anchor: HTMLIFrameElement});

/** What a frame tells, checked. */
export type FrameEvent = Exclude<GuestWord, {kind: 'leaving' | 'loaded' | 'menu'}> | FrameFate;

/**
 * One document in a sandboxed frame of its own. The frame is made before there is a document, since
 * making it takes a browser longer than writing the document into it.
 */
export class GuestFrame {
  /** Resolves when the document has loaded or waited long enough, and when it is removed. */
  readonly loaded: Promise<void>;
  readonly #onEvent: (event: FrameEvent) => void;
  readonly #network: SiteNetwork | undefined;
  readonly #removed = new AbortController();
  readonly #unsent: HostMessage[] = [];
  readonly #words = new Allowance(MOST_WORDS, WORDS_PER_SECOND);
  #iframe: HTMLIFrameElement;
  #document: GuestDocument | null = null;
  #hasLoadedShell = false;
  #line: GuestLine | null = null;
  #waiting: number | undefined;
  #endLoading: () => void = () => {};
  #answer: AnswerAsset = () => Promise.resolve(null);

  /**
   * @param parent Where the frame goes, not to be seen yet.
   * @param onEvent Called with what the guest says and what becomes of the document.
   * @param address Of the guest's page, where it is to be a file.
   * @param network What answers the document's scripts.
   */
  constructor(
    parent: ParentNode,
    onEvent: (event: FrameEvent) => void,
    address?: string,
    network?: SiteNetwork,
  ) {
    this.#onEvent = onEvent;
    this.#network = network;
    this.loaded = new Promise(resolve => (this.#endLoading = resolve));
    this.#iframe = document.createElement('iframe');
    this.#iframe.setAttribute('sandbox', SANDBOX);
    fillWithGuest(this.#iframe, address);
    const {signal} = this.#removed;
    this.#iframe.addEventListener('load', () => this.#onShell(), {once: true, signal});
    window.addEventListener('message', event => this.#onHello(event), {signal});
    parent.append(this.#iframe);
  }

  get iframe(): HTMLIFrameElement {
    return this.#iframe;
  }

  /**
   * Gives the frame its document; once.
   *
   * @param answer What gets the files that its scripts ask for.
   */
  write(shown: GuestDocument, answer?: AnswerAsset): void {
    this.#document = shown;
    if (answer) this.#answer = answer;
    this.send({kind: 'document', document: {...shown, hasMenus: true}});
    if (this.#line) this.#expectLoading();
    else if (this.#hasLoadedShell) this.#expectGuest();
    // Nothing loads in a frame that is not in the page, or is taken out of it.
    if (this.#iframe.isConnected) this.#endLoadingIn(LONGEST_START + LONGEST_LOADING);
    else this.#endLoading();
  }

  /** Says something to the guest. */
  send(message: HostMessage): void {
    if (this.#line) this.#line.send(message);
    else this.#unsent.push(message);
  }

  /** Says which cookies its scripts may read now. */
  sendCookies(cookies: readonly ScriptCookie[]): void {
    this.#line?.sendCookies(cookies);
  }

  /** Takes the frame away. */
  remove(): void {
    clearTimeout(this.#waiting);
    this.#removed.abort();
    this.#line?.close();
    this.#iframe.remove();
    this.#endLoading();
  }

  #onShell(): void {
    this.#hasLoadedShell = true;
    if (this.#document) this.#expectGuest();
  }

  /** Its first message and the frame's `load` come by different ways, in any order. */
  #expectGuest(): void {
    if (this.#line) return;
    this.#waiting = setTimeout(
      () => {
        if (this.#line) return;
        isForbidden = true;
        this.#showWithoutGuest();
        this.#onEvent({kind: 'blocked'});
      },
      isForbidden ? LONGEST_SILENCE : LONGEST_START,
    );
  }

  /** In a frame of its own, because replacing what is in this one would add to the page's history. */
  #showWithoutGuest(): void {
    const plain = this.#iframe.cloneNode() as HTMLIFrameElement;
    plain.removeAttribute('src');
    plain.srcdoc = this.#document?.html ?? '';
    plain.addEventListener('load', this.#endLoading, {once: true});
    this.#iframe.replaceWith(plain);
    this.#iframe = plain;
  }

  /** Takes the port of this frame's own window, and of no other that posts to the page. */
  #onHello(event: MessageEvent<unknown>): void {
    if (!isWithin(event.source, this.#iframe.contentWindow) || !this.#listens()) return;
    const {source, data, ports} = event;
    const [port] = ports;
    if (source !== this.#iframe.contentWindow || data !== GUEST_HELLO || !port) return;
    isForbidden = false;
    const isAgain = this.#line !== null && this.#document !== null;
    this.#line?.close();
    const line = new GuestLine(port, {
      onWord: word => this.#onWord(word),
      listens: () => this.#listens(),
      onCrowd: of => this.#onEvent({kind: 'crowd', of}),
      network: this.#network,
      answer: ask => this.#answer(ask),
    });
    this.#line = line;
    for (const message of this.#unsent.splice(0)) line.send(message);
    clearTimeout(this.#waiting);
    if (isAgain) this.#onEvent({kind: 'reload'});
    else if (this.#document) this.#expectLoading();
  }

  /** The guest has its document. */
  #expectLoading(): void {
    this.#endLoadingIn(LONGEST_LOADING);
  }

  #endLoadingIn(milliseconds: number): void {
    const timer = setTimeout(this.#endLoading, milliseconds);
    this.#removed.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  #onWord(word: GuestWord): void {
    if (word.kind === 'leaving') this.#onLeaving();
    else if (word.kind === 'loaded') this.#endLoading();
    else if (word.kind === 'menu') this.#onEvent({...word, anchor: this.#iframe});
    else this.#onEvent(word);
  }

  /** Whether there was not too much to listen to; what it is has not been looked at then. */
  #listens(): boolean {
    if (this.#removed.signal.aborted) return false;
    if (this.#words.take()) return true;
    this.#onEvent({kind: 'flood'});
    this.remove();
    return false;
  }

  /** The guest cannot know where its document goes. If it comes back, it was reloaded. */
  #onLeaving(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#onEvent({kind: 'left'}), LONGEST_SILENCE);
  }
}

/** Whether a window is a frame's own, or that of a frame in it. */
function isWithin(source: MessageEventSource | null, frame: Window | null): boolean {
  let window = source as Window | null;
  for (let depth = 0; window && depth < DEEPEST; depth++) {
    if (window === frame) return true;
    window = window.parent === window ? null : window.parent;
  }
  return false;
}
