import type {AnswerAsset, AssetAsk} from '../protocol/frame-assets.js';
import type {NestedMessage} from '../protocol/frame-nested.js';
import type {ScriptCookie} from '../protocol/frame-state.js';
import type {GuestMessage, HostMessage} from '../protocol/frame.js';
import {parseGuestMessage} from './guest-messages.js';
import {type Crowd, GuestNetwork} from './network/guest-network.js';
import type {SiteNetwork} from './network/site-network.js';

/** Milliseconds in which a document that is taken away may say what should go on without it. */
const LAST_WORDS = 1000;

/** A guest's word, checked; where it passes on the port of a frame within, with that. */
export type GuestWord =
  | Exclude<GuestMessage, {kind: 'asset' | 'nested'}>
  | (NestedMessage & {readonly port: MessagePort | undefined});

/** What a line is made for. */
export interface LineOptions {
  readonly onWord: (word: GuestWord) => void;
  /** Whether there was not too much to listen to; what it is has not been looked at then. */
  readonly listens: () => boolean;
  /** It asked for more of these at once than it gets. */
  readonly onCrowd: (of: Crowd) => void;
  /** What answers the document's scripts. */
  readonly network?: SiteNetwork | undefined;
  /** What gets the files that its scripts ask for. */
  readonly answer: AnswerAsset;
}

/** The talk with one guest. */
export class GuestLine {
  readonly #port: MessagePort;
  readonly #options: LineOptions;
  #isClosed = false;
  readonly #traffic: GuestNetwork | undefined;
  /** How often its scripts had set a cookie when they last did. */
  #cookieTurn = 0;

  constructor(port: MessagePort, options: LineOptions) {
    this.#port = port;
    this.#options = options;
    this.#traffic = options.network && new GuestNetwork(options.network, options.onCrowd);
    port.addEventListener('message', event => this.#onMessage(event));
    port.start();
  }

  send(message: HostMessage): void {
    this.#port.postMessage(message);
  }

  /** Says which cookies its scripts may read now. */
  sendCookies(cookies: readonly ScriptCookie[]): void {
    this.send({kind: 'cookies', cookies, turn: this.#cookieTurn});
  }

  /** Ends it, but for what should go on without the document. */
  close(): void {
    this.#isClosed = true;
    this.#traffic?.leave();
    setTimeout(() => this.#port.close(), LAST_WORDS);
  }

  #onMessage({data, ports: [port]}: MessageEvent<unknown>): void {
    if (this.#traffic?.take(data) || this.#isClosed || !this.#options.listens()) return;
    const message = parseGuestMessage(data);
    if (message === null) return;
    if (message.kind === 'cookie') this.#cookieTurn = message.turn;
    if (message.kind === 'asset') void this.#onAsk(message.ask, port);
    else if (message.kind === 'nested') this.#options.onWord({...message, port});
    else this.#options.onWord(message);
  }

  async #onAsk(ask: AssetAsk, port: MessagePort | undefined): Promise<void> {
    port?.postMessage(await this.#options.answer(ask));
  }
}
