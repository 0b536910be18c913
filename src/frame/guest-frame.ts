import {
  GUEST_HELLO,
  type GuestMessage,
  type GuestStart,
  type HostMessage,
} from '../protocol/frame.js';
import {parseGuestMessage} from './guest-messages.js';

/** What the frame's document may do. Never `allow-same-origin`: its origin has to stay opaque. */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-downloads';

/** Longest time in milliseconds that a document stays hidden while another server is slow. */
const LONGEST_LOADING = 1500;

/** Longest time in milliseconds until a guest says its first word. */
const LONGEST_SILENCE = 1000;

/** What can become of a document, beside what its guest says. */
export type FrameFate =
  /** A script has reloaded it: the site should be asked again. */
  | {readonly kind: 'reload'}
  /** A script has left it for an address that nobody can show. */
  | {readonly kind: 'left'}
  /** The guest did not start: the page's own policy forbids inline scripts. */
  | {readonly kind: 'blocked'};

/** One document in a sandboxed frame of its own. */
export class GuestFrame {
  readonly iframe: HTMLIFrameElement;
  /** Resolves when the document has loaded or waited long enough, and when it is removed. */
  readonly loaded: Promise<void>;
  readonly #onMessage: (message: GuestMessage | FrameFate) => void;
  readonly #removed = new AbortController();
  readonly #unsent: HostMessage[] = [];
  #port: MessagePort | null = null;
  #waiting: number | undefined;

  /**
   * @param parent Where the frame goes, not to be seen yet.
   * @param html The document.
   * @param start What the guest has to know from the start.
   * @param onMessage Called with what the guest says, checked.
   */
  constructor(
    parent: ParentNode,
    html: string,
    start: GuestStart,
    onMessage: (message: GuestMessage | FrameFate) => void,
  ) {
    this.#onMessage = onMessage;
    this.iframe = document.createElement('iframe');
    this.iframe.setAttribute('sandbox', SANDBOX);
    this.iframe.name = JSON.stringify(start);
    this.iframe.srcdoc = html;
    this.loaded = this.#load();
    const {signal} = this.#removed;
    window.addEventListener('message', event => this.#onHello(event), {signal});
    parent.append(this.iframe);
  }

  /** Says something to the guest. */
  send(message: HostMessage): void {
    if (this.#port) this.#port.postMessage(message);
    else this.#unsent.push(message);
  }

  /** Takes the frame away. */
  remove(): void {
    clearTimeout(this.#waiting);
    this.#removed.abort();
    this.#port?.close();
    this.iframe.remove();
  }

  #load(): Promise<void> {
    const {signal} = this.#removed;
    return new Promise(resolve => {
      const timer = setTimeout(resolve, LONGEST_LOADING);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      this.iframe.addEventListener('load', end, {once: true, signal});
      this.iframe.addEventListener('load', () => this.#expectGuest(), {once: true, signal});
      signal.addEventListener('abort', end);
    });
  }

  /** Its first message and the frame's `load` come by different ways, in any order. */
  #expectGuest(): void {
    this.#waiting = setTimeout(() => {
      if (this.#port === null) this.#onMessage({kind: 'blocked'});
    }, LONGEST_SILENCE);
  }

  /** Takes the port of this frame's own window, and of no other that posts to the page. */
  #onHello({source, data, ports: [port]}: MessageEvent<unknown>): void {
    if (source !== this.iframe.contentWindow || data !== GUEST_HELLO || !port) return;
    const isAgain = this.#port !== null;
    this.#port?.close();
    this.#port = port;
    port.addEventListener('message', event => this.#onGuestMessage(event));
    port.start();
    for (const message of this.#unsent.splice(0)) port.postMessage(message);
    if (!isAgain) return;
    clearTimeout(this.#waiting);
    this.#onMessage({kind: 'reload'});
  }

  #onGuestMessage({data}: MessageEvent<unknown>): void {
    const message = parseGuestMessage(data);
    if (message === null) return;
    if (message.kind === 'leaving') this.#onLeaving();
    else this.#onMessage(message);
  }

  /** The guest cannot know where its document goes. If it comes back, it was reloaded. */
  #onLeaving(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#onMessage({kind: 'left'}), LONGEST_SILENCE);
  }
}
