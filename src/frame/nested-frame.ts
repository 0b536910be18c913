import type {HostMessage} from '../protocol/frame.js';
import type {ScriptCookie} from '../protocol/frame-state.js';
import {Allowance} from './allowance.js';
import type {FrameEvent} from './guest-frame.js';
import {GuestLine, type GuestWord} from './guest-line.js';
import {openTab, type Output, type OutputFrameOptions, type ShowOptions} from './output-frame.js';

/** How many messages a document may send: at once, and a second. */
const MOST_WORDS = 1000;
const WORDS_PER_SECOND = 200;

/** Longest time in milliseconds that a document counts as loading. */
const LONGEST_LOADING = 1500;

/**
 * A frame of the site within a document of it. It is the document's own element, so that a document
 * takes the place of another one by its guest's beginning anew.
 */
export class NestedFrame implements Output {
  /** Its element is the site's, and so is what it is called. */
  title = '';
  readonly #options: OutputFrameOptions;
  readonly #words = new Allowance(MOST_WORDS, WORDS_PER_SECOND);
  #line: GuestLine | null = null;
  /** Whether the guest has had its document. */
  #isWritten = false;
  #onPort: (port: MessagePort) => void = () => {};
  #port: Promise<MessagePort>;
  #onLoaded: () => void = () => {};

  constructor(options: OutputFrameOptions) {
    this.#options = options;
    this.#port = this.#nextPort();
  }

  /** Takes the port of a guest that is there and has no document. */
  connect(port: MessagePort): void {
    if (this.#isWritten) {
      // By a script's hand, or because its element was moved.
      this.#isWritten = false;
      this.#port = this.#nextPort();
      this.#options.onEvent({kind: 'reload'});
    }
    this.#onPort(port);
  }

  prepare(): void {}

  async show(
    html: string,
    {url, position, state, answer = () => Promise.resolve(null), signal}: ShowOptions,
  ): Promise<void> {
    signal?.throwIfAborted();
    if (this.#isWritten) {
      this.#isWritten = false;
      this.#port = this.#nextPort();
      this.send({kind: 'renew'});
    }
    const port = await this.#port;
    signal?.throwIfAborted();
    if (this.#isWritten) throw new DOMException('Another document came.', 'AbortError');
    this.#isWritten = true;
    this.#line?.close();
    const {network, onEvent} = this.#options;
    this.#line = new GuestLine(port, {
      onWord: word => this.#onWord(word),
      listens: () => this.#listens(),
      onCrowd: of => onEvent({kind: 'crowd', of}),
      network,
      answer,
    });
    const loaded = new Promise<void>(resolve => (this.#onLoaded = resolve));
    const document = {html, url, ...(position && {position}), ...(state && {state})};
    this.send({kind: 'document', document});
    const timer = setTimeout(this.#onLoaded, LONGEST_LOADING);
    await loaded;
    clearTimeout(timer);
  }

  send(message: HostMessage): void {
    this.#line?.send(message);
  }

  sendCookies(cookies: readonly ScriptCookie[]): void {
    this.#line?.sendCookies(cookies);
  }

  focus(): void {
    this.send({kind: 'focus'});
  }

  dispose(): void {
    this.#line?.close();
    this.#line = null;
  }

  #nextPort(): Promise<MessagePort> {
    return new Promise(resolve => (this.#onPort = resolve));
  }

  #listens(): boolean {
    if (this.#words.take()) return true;
    this.#options.onEvent({kind: 'flood'});
    this.dispose();
    return false;
  }

  #onWord(word: GuestWord): void {
    if (word.kind === 'loaded') this.#onLoaded();
    else if (word.kind === 'external') (this.#options.openExternal ?? openTab)(word.url);
    else if (word.kind !== 'leaving' && word.kind !== 'menu')
      this.#options.onEvent(word satisfies FrameEvent);
  }
}
