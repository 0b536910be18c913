import type {ChannelMessage, ChannelReply} from '../../../protocol/frame-network.js';
import {SITE_ORIGIN, WINDOW} from '../../../protocol/http.js';
import type {SocketData} from '../../../protocol/socket.js';
import {say} from '../host.js';
import {TextEncoder, URL, Uint8Array, addEventListener, encode} from '../natives.js';
import {resolve} from '../place.js';
import {defineHandlers} from './handlers.js';
import {
  ArrayBuffer,
  Blob,
  CloseEvent,
  DOMException,
  Event,
  EventTarget,
  MessageChannel,
  MessageEvent,
  natives,
} from './natives.js';
import {takePlace} from './take-place.js';

/** Where messages of the site come from. */
const ORIGIN = SITE_ORIGIN.replace('http', 'ws');

const TOKEN = /^[!#$%&'*+.^`|~\w-]+$/;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Most messages that are on their way to the site; the others wait here. */
const MOST_MESSAGES = 1000;

const encoder = new TextEncoder();

/** A `WebSocket` to the site itself. */
class SiteWebSocket extends EventTarget {
  #binaryType: BinaryType = 'blob';
  readonly #url: string;
  readonly #port: MessagePort;
  #state = 0;
  #wasOpen = false;
  #protocol = '';
  /** What was not sent yet, in order; a Blob has to be read first. */
  readonly #unsent: (SocketData | Blob)[] = [];
  /** Sizes of the messages that are on their way. */
  readonly #sent: number[] = [];
  /** What all of these come to, and those that were not sent, in bytes. */
  #buffered = 0;
  #onWay = 0;
  #isSending = false;
  #closing: ChannelReply | undefined;
  /** Bytes that the host does not know to have been taken. */
  #taken = 0;

  constructor(address: string | URL, protocols: string | string[] = []) {
    super();
    if (arguments.length === 0) throw new TypeError('A WebSocket has an address.');
    const {href, pathname, search} = siteSocket(address) as URL;
    if (href.includes('#')) throw syntaxError('The address of a WebSocket has no fragment.');
    const offered = [protocols].flat().map(String);
    const names = new Set(offered.map(name => name.toLowerCase()));
    if (names.size < offered.length || !offered.every(name => TOKEN.test(name))) {
      throw syntaxError(`“${offered.join(', ')}” is no list of subprotocols.`);
    }
    this.#url = href;
    const {port1, port2: port} = new MessageChannel();
    this.#port = port1;
    addEventListener(
      port1,
      'message',
      event => this.#receive((event as MessageEvent<ChannelMessage>).data),
      {},
    );
    port1.start();
    const socket = {url: ORIGIN + pathname + search, protocols: offered};
    say({kind: 'socket', socket, port}, [port]);
  }

  get url(): string {
    return this.#url;
  }

  get readyState(): number {
    return this.#state;
  }

  get protocol(): string {
    return this.#protocol;
  }

  get extensions(): string {
    return '';
  }

  get binaryType(): BinaryType {
    return this.#binaryType;
  }

  /** Anything else is ignored, as by browsers. */
  set binaryType(type: BinaryType) {
    if (type === 'blob' || type === 'arraybuffer') this.#binaryType = type;
  }

  get bufferedAmount(): number {
    return this.#buffered;
  }

  send(data: string | Blob | BufferSource): void {
    if (arguments.length === 0) throw new TypeError('There is nothing to send.');
    if (this.#state === 0) throw new DOMException('It is not open yet.', 'InvalidStateError');
    const message = data instanceof Blob ? data : toData(data);
    this.#buffered += sizeOf(message);
    if (this.#state > 1) return;
    this.#unsent.push(message);
    void this.#flush();
  }

  close(code?: number, reason = ''): void {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code < 5000)) {
      throw new DOMException('The code has to be 1000, or 3000 to 4999.', 'InvalidAccessError');
    }
    const said = wellFormed(reason);
    if (sizeOf(said) > 123) throw syntaxError('The reason may have 123 bytes.');
    if (this.#state > 1) return;
    this.#state = 2;
    this.#closing = {kind: 'close', ...(code !== undefined && {code, reason: said})};
    void this.#flush();
  }

  /** Sends what may be sent now, and the close behind it. */
  async #flush(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#onWay < WINDOW && this.#sent.length < MOST_MESSAGES) {
      let data = this.#unsent[0];
      if (data === undefined) break;
      if (data instanceof Blob) data = new Uint8Array(await data.arrayBuffer());
      this.#unsent.shift();
      this.#onWay += sizeOf(data);
      this.#sent.push(sizeOf(data));
      this.#tell({kind: 'message', data}, typeof data === 'string' ? [] : [data.buffer]);
    }
    this.#isSending = false;
    if (!this.#closing || this.#unsent.length > 0) return;
    this.#tell(this.#closing);
    this.#closing = undefined;
  }

  #receive(message: ChannelMessage): void {
    switch (message.kind) {
      case 'open':
        if (this.#state > 0) break;
        this.#wasOpen = true;
        this.#state = 1;
        this.#protocol = message.protocol;
        this.dispatchEvent(new Event('open'));
        break;
      case 'message':
        this.#deliver(message.data);
        break;
      case 'taken': {
        const size = this.#sent.shift() ?? 0;
        this.#onWay -= size;
        this.#buffered -= size;
        void this.#flush();
        break;
      }
      case 'end':
        this.#end(message.code, message.reason);
    }
  }

  #deliver(data: SocketData): void {
    this.#taken += data.length;
    if (this.#taken >= WINDOW / 2) {
      this.#tell({kind: 'taken', bytes: this.#taken});
      this.#taken = 0;
    }
    if (this.#state !== 1) return;
    const isBuffer = this.#binaryType === 'arraybuffer';
    const shown = typeof data === 'string' ? data : isBuffer ? data.buffer : new Blob([data]);
    this.dispatchEvent(new MessageEvent('message', {data: shown, origin: ORIGIN}));
  }

  #end(code: number, reason: string): void {
    this.#state = 3;
    this.#port.close();
    const wasClean = this.#wasOpen && code !== 1006;
    if (!wasClean) this.dispatchEvent(new Event('error'));
    const init = wasClean ? {code, reason, wasClean} : {code: 1006};
    this.dispatchEvent(new CloseEvent('close', init));
  }

  #tell(reply: ChannelReply, transfer: Transferable[] = []): void {
    this.#port.postMessage(reply, transfer);
  }
}

/** Where a socket leads, `null` where that is not the site itself. */
function siteSocket(address: unknown): URL | null {
  const url = resolve(String(address));
  if (!url || !/^(?:ws|http)s?:$/.test(url.protocol) || url.host !== new URL(ORIGIN).host) {
    return null;
  }
  url.protocol = url.protocol.replace('http', 'ws');
  return url;
}

function toData(data: unknown): SocketData {
  if (ArrayBuffer.isView(data)) {
    const {buffer, byteOffset, byteLength} = data;
    return new Uint8Array(buffer, byteOffset, byteLength).slice();
  }
  return data instanceof ArrayBuffer ? new Uint8Array(data).slice() : wellFormed(data);
}

function wellFormed(text: unknown): string {
  return String(text).replaceAll(LONE_SURROGATE, '\ufffd');
}

function sizeOf(data: SocketData | Blob): number {
  if (typeof data === 'string') return encode(encoder, data).length;
  return data instanceof Blob ? data.size : data.length;
}

function syntaxError(message: string): DOMException {
  return new DOMException(message, 'SyntaxError');
}

/** Gives the site's scripts a `WebSocket` that leads to the site itself. */
export function installWebSocket(): void {
  defineHandlers(SiteWebSocket.prototype, ['open', 'message', 'error', 'close']);
  takePlace('WebSocket', natives.WebSocket, SiteWebSocket, address => !!siteSocket(address));
}
