import {AbortController, FormData, dispatchEvent, setTimeout} from '../natives.js';
import {type Body, serialise} from './body.js';
import {type Answer, exchange} from './exchange.js';
import {follow} from './follow.js';
import {
  ArrayBuffer,
  Blob,
  DOMException,
  Event,
  Headers,
  ProgressEvent,
  Request,
  XMLSerializer,
  clearTimeout,
} from './natives.js';
import {ReceivedBody} from './received-body.js';

export type Sendable = Document | XMLHttpRequestBodyInit | null;

/** What is sent as it is; all else is made a text. */
const BODIES = [Document, Blob, ArrayBuffer, FormData, URLSearchParams];

const {toString} = Object.prototype;

/** Least milliseconds between two events of progress. */
const PAUSE = 50;

/**
 * What an `XMLHttpRequest` does once it was opened for the site: its states and events, as its
 * standard has them.
 */
export class XhrTransfer {
  state = 0;
  isSent = false;
  answer: Answer | null = null;
  headers: Headers | null = null;
  body = new ReceivedBody(null);
  /** What a script says that the body is. */
  override = '';
  /** What the body was made into. */
  result: unknown;
  readonly #xhr: XMLHttpRequest;
  readonly #request: Request;
  /** Ends what is under way. */
  #sending = new AbortController();
  /** Whether the body is on its way, as far as can be seen. */
  #isUploading = false;
  #started = 0;
  #timer = 0;

  /** @throws DOMException where there is no such method. */
  constructor(xhr: XMLHttpRequest, method: string, url: URL) {
    this.#xhr = xhr;
    this.#request = makeRequest(method, url);
  }

  /** Goes to another state, and tells of it. */
  enter(state: number): void {
    this.state = state;
    dispatchEvent(this.#xhr, new Event('readystatechange'));
  }

  /** @throws DOMException for what is no header. */
  addHeader(name: string, value: string): void {
    try {
      this.#request.headers.append(name, value);
    } catch (error) {
      if (/[^\0-\xff]/.test(`${name}${value}`)) throw error;
      throw new DOMException(`“${name}: ${value}” is no header.`, 'SyntaxError');
    }
  }

  send(body: Sendable): void {
    const isBodiless = this.#request.method === 'GET' || this.#request.method === 'HEAD';
    this.isSent = true;
    this.#isUploading = body !== null && !isBodiless;
    this.#started = performance.now();
    this.arm();
    void this.#send(isBodiless ? null : body, this.#sending.signal);
  }

  abort(): void {
    if (this.isSent) this.#fail('abort');
    if (this.state === 4) {
      this.state = 0;
      this.#forget();
    }
  }

  /** Ends it without a word, because another takes its place. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#sending.abort();
  }

  /** Ends the request where it takes longer than it may. */
  arm(): void {
    clearTimeout(this.#timer);
    const {timeout} = this.#xhr;
    if (timeout === 0 || !this.isSent) return;
    const left = this.#started + timeout - performance.now();
    this.#timer = setTimeout(() => this.#fail('timeout'), Math.max(0, left));
  }

  async #send(given: Sendable, signal: AbortSignal): Promise<void> {
    this.#tell(this.#xhr, 'loadstart');
    try {
      const serialised = serialiseAny(given);
      const body = 'bytes' in serialised ? serialised : await serialised;
      await this.#receive(await this.#ask(body, given !== null, signal), signal);
    } catch {
      if (!signal.aborted) this.#fail('error');
    }
  }

  async #ask({bytes, type}: Body, hasBody: boolean, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const {headers, method, url} = this.#request;
    const {upload, withCredentials} = this.#xhr;
    const {length} = bytes;
    if (type !== '' && !headers.has('Content-Type')) headers.set('Content-Type', type);
    const endUpload = (): void => {
      if (signal.aborted || !this.#isUploading) return;
      this.#isUploading = false;
      for (const event of ['progress', 'load', 'loadend']) {
        if (!signal.aborted) this.#tell(upload, event, length, length);
      }
    };
    if (hasBody) this.#tell(upload, 'loadstart', 0, length);
    signal.throwIfAborted();
    const credentials = withCredentials ? 'include' : 'same-origin';
    const asked = {method, url, headers: [...headers], body: bytes, credentials} as const;
    const answering = exchange(asked, signal);
    // As far as anybody can see it has been handed over.
    setTimeout(endUpload, 0);
    const answer = await answering;
    endUpload();
    return 'body' in answer ? answer : toAnswer(await follow(answer, method, signal));
  }

  async #receive(answer: Answer, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.answer = answer;
    this.headers = new Headers(answer.headers as [string, string][]);
    this.body = new ReceivedBody(this.headers.get('Content-Type'));
    const total = Number(this.headers.get('Content-Length') ?? 0);
    this.enter(2);
    const reader = answer.body.getReader();
    let last = -PAUSE;
    let told = -1;
    for (;;) {
      signal.throwIfAborted();
      const {done, value} = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      this.body.add(value);
      if (performance.now() - last < PAUSE) continue;
      last = performance.now();
      this.enter(3);
      told = this.body.size;
      if (!signal.aborted) this.#tell(this.#xhr, 'progress', told, total);
    }
    if (told !== this.body.size) this.#tell(this.#xhr, 'progress', this.body.size, total);
    signal.throwIfAborted();
    this.#end([this.#xhr], 'load', this.body.size, total);
  }

  #fail(how: 'abort' | 'error' | 'timeout'): void {
    const {upload} = this.#xhr;
    this.#sending.abort();
    this.#sending = new AbortController();
    this.#forget();
    const targets = this.#isUploading ? [upload, this.#xhr] : [this.#xhr];
    this.#isUploading = false;
    this.#end(targets, how);
  }

  /** The last events, unless somebody who hears them makes another request of it. */
  #end(targets: readonly EventTarget[], type: string, loaded = 0, total = 0): void {
    const {signal} = this.#sending;
    clearTimeout(this.#timer);
    this.isSent = false;
    this.enter(4);
    for (const target of targets) {
      for (const event of [type, 'loadend']) {
        if (!signal.aborted) this.#tell(target, event, loaded, total);
      }
    }
  }

  #forget(): void {
    this.answer = null;
    this.headers = null;
    this.result = undefined;
    this.body = new ReceivedBody(null);
  }

  #tell(target: EventTarget, type: string, loaded = 0, total = 0): void {
    const init = {loaded, total, lengthComputable: total > 0};
    dispatchEvent(target, new ProgressEvent(type, init));
  }
}

/** A request of the browser's knows which methods and headers scripts may give. */
function makeRequest(method: string, url: URL): Request {
  url.username = url.password = '';
  try {
    return new Request(url, {method});
  } catch {
    const name = /^(?:connect|trace|track)$/i.test(method) ? 'SecurityError' : 'SyntaxError';
    throw new DOMException(`“${method}” is no method that can be asked for.`, name);
  }
}

/**
 * What a script gives as a body, as one that can be sent: a text of what is none.
 *
 * @throws TypeError for memory that other threads may write to meanwhile.
 */
export function sendable(body: unknown): Sendable {
  if (body === null || body === undefined) return null;
  const isView = ArrayBuffer.isView(body);
  // Not every document has a class of that name, though it may have such memory.
  if (toString.call(isView ? body.buffer : body) === '[object SharedArrayBuffer]') {
    throw new TypeError('Shared memory cannot be sent. Send a copy of it.');
  }
  const isKnown = isView || BODIES.some(kind => body instanceof kind);
  return isKnown ? (body as Sendable) : ''.concat(body as string);
}

function serialiseAny(body: Sendable): Body | Promise<Body> {
  if (!(body instanceof Document)) return serialise(body);
  const isHtml = body.contentType === 'text/html';
  const text = isHtml
    ? body.documentElement.outerHTML
    : new XMLSerializer().serializeToString(body);
  const {bytes} = serialise(text) as Body;
  return {bytes, type: `${isHtml ? 'text/html' : 'application/xml'};charset=UTF-8`};
}

function toAnswer({status, statusText, headers, url, body}: Response): Answer {
  return {
    status,
    statusText,
    url,
    headers: [...headers],
    redirected: true,
    type: 'basic',
    body: body ?? new Blob().stream(),
  };
}
