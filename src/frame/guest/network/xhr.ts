import {AbortController, defineProperty, dispatchEvent, setTimeout} from '../natives.js';
import {type Body, serialise} from './body.js';
import {type Answer, exchange} from './exchange.js';
import {follow} from './follow.js';
import {
  Blob,
  DOMException,
  Event,
  Headers,
  ProgressEvent,
  Request,
  XMLSerializer,
  clearTimeout,
  natives,
} from './natives.js';
import {ReceivedBody} from './received-body.js';
import {siteUrl} from './site-url.js';

type Sendable = Document | XMLHttpRequestBodyInit | null;
type Ending = 'abort' | 'error' | 'timeout';

/** Least milliseconds between two events of progress. */
const PAUSE = 50;

/** An `XMLHttpRequest` that asks the site itself; where it asks others, it is the browser's own. */
class SiteXhr extends natives.XMLHttpRequest {
  /** What was opened; `null` while it is not for the site. */
  #request: Request | null = null;
  #state = 0;
  #isSent = false;
  #answer: Answer | null = null;
  #headers: Headers | null = null;
  #body = new ReceivedBody(null);
  #override = '';
  #result: unknown;
  /** Whether the body is on its way, as far as can be seen. */
  #isUploading = false;
  /** Ends what is under way. */
  #sending = new AbortController();
  #started = 0;
  #timer = 0;

  override open(method: string, address: string | URL, ...rest: unknown[]): void {
    const url = siteUrl(address);
    this.#sending.abort();
    if (!url) {
      this.#request = null;
      super.open(...([method, address, ...rest] as Parameters<XMLHttpRequest['open']>));
      return;
    }
    url.username = url.password = '';
    const request = makeRequest(String(method), url);
    if (rest.length > 0 && !rest[0]) {
      throw new DOMException(
        'Requests that keep the page waiting cannot be made here. Leave out the third argument of ' +
          'open(), or pass true, and read the response in an event listener.',
        'InvalidAccessError',
      );
    }
    this.#forget();
    this.#request = request;
    this.#isSent = false;
    if (this.#state !== 1) this.#enter(1);
  }

  override setRequestHeader(name: string, value: string): void {
    if (!this.#request) return super.setRequestHeader(name, value);
    this.#requireOpened();
    try {
      this.#request.headers.append(name, value);
    } catch {
      throw new DOMException(`“${name}: ${value}” is no header.`, 'SyntaxError');
    }
  }

  override send(body: Sendable = null): void {
    if (!this.#request) return super.send(body);
    this.#requireOpened();
    const isBodiless = this.#request.method === 'GET' || this.#request.method === 'HEAD';
    this.#isSent = true;
    this.#sending = new AbortController();
    this.#started = performance.now();
    this.#arm();
    void this.#send(this.#request, isBodiless ? null : body, this.#sending.signal);
  }

  override abort(): void {
    if (!this.#request) return super.abort();
    const isUnderWay =
      (this.#state === 1 && this.#isSent) || this.#state === 2 || this.#state === 3;
    if (isUnderWay) this.#fail('abort');
    else this.#sending.abort();
    if (this.#state === 4) {
      this.#state = 0;
      this.#forget();
    }
  }

  override overrideMimeType(type: string): void {
    if (!this.#request) return super.overrideMimeType(type);
    if (this.#state > 2) throw invalidState('The response is being read.');
    this.#override = type;
  }

  override getResponseHeader(name: string): string | null {
    if (!this.#request) return super.getResponseHeader(name);
    try {
      return this.#headers?.get(name) ?? null;
    } catch {
      return null;
    }
  }

  override getAllResponseHeaders(): string {
    if (!this.#request) return super.getAllResponseHeaders();
    return [...(this.#headers ?? [])].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }

  override get readyState(): number {
    return this.#request ? this.#state : super.readyState;
  }

  override get status(): number {
    return this.#request ? (this.#answer?.status ?? 0) : super.status;
  }

  override get statusText(): string {
    return this.#request ? (this.#answer?.statusText ?? '') : super.statusText;
  }

  override get responseURL(): string {
    return this.#request ? (this.#answer?.url ?? '') : super.responseURL;
  }

  override get responseType(): XMLHttpRequestResponseType {
    return super.responseType;
  }

  override set responseType(type: XMLHttpRequestResponseType) {
    if (this.#request && this.#state > 2) throw invalidState('The response is being read.');
    super.responseType = type;
  }

  override get timeout(): number {
    return super.timeout;
  }

  override set timeout(milliseconds: number) {
    super.timeout = milliseconds;
    if (this.#request && this.#isSent) this.#arm();
  }

  override get withCredentials(): boolean {
    return super.withCredentials;
  }

  override set withCredentials(value: boolean) {
    if (this.#request && this.#isSent) throw invalidState('The request has been sent.');
    super.withCredentials = value;
  }

  override get responseText(): string {
    if (!this.#request) return super.responseText;
    if (!['', 'text'].includes(this.responseType)) {
      throw invalidState('The response is text only where responseType says so, or nothing.');
    }
    return this.#state > 2 && this.#answer ? this.#body.text(this.#state === 4) : '';
  }

  override get responseXML(): Document | null {
    if (!this.#request) return super.responseXML;
    if (!['', 'document'].includes(this.responseType)) {
      throw invalidState('The response is a document only where responseType says so, or nothing.');
    }
    return this.#state === 4 ? (this.#convert('document') as Document | null) : null;
  }

  override get response(): unknown {
    if (!this.#request) return super.response as unknown;
    const {responseType} = this;
    if (responseType === '' || responseType === 'text') return this.responseText;
    return this.#state === 4 ? this.#convert(responseType) : null;
  }

  /** The same object each time. */
  #convert(type: XMLHttpRequestResponseType): unknown {
    if (!this.#answer) return null;
    const body = this.#body;
    if (this.#result !== undefined) return this.#result;
    if (type === 'json') this.#result = body.json();
    else if (type === 'arraybuffer') this.#result = body.bytes();
    else if (type === 'blob') this.#result = body.blob();
    else this.#result = body.document(this.responseType === 'document');
    return this.#result;
  }

  async #send(request: Request, given: Sendable, signal: AbortSignal): Promise<void> {
    this.#tell(this, 'loadstart');
    try {
      const serialised = serialiseAny(given);
      const body = 'bytes' in serialised ? serialised : await serialised;
      if (signal.aborted) return;
      const answering = this.#ask(request, body, given !== null, signal);
      await this.#receive(await answering, signal);
    } catch {
      if (!signal.aborted) this.#fail('error');
    }
  }

  async #ask(
    request: Request,
    {bytes, type}: Body,
    hasBody: boolean,
    signal: AbortSignal,
  ): Promise<Answer> {
    const {headers, method, url} = request;
    const {length} = bytes;
    if (hasBody && type !== '' && !headers.has('Content-Type')) headers.set('Content-Type', type);
    this.#isUploading = hasBody;
    if (hasBody) this.#tell(this.upload, 'loadstart', 0, length);
    signal.throwIfAborted();
    const credentials = this.withCredentials ? 'include' : 'same-origin';
    const asked = {method, url, headers: [...headers], body: bytes, credentials} as const;
    const answering = exchange(asked, signal);
    // As far as anybody can see it has been handed over.
    setTimeout(() => this.#endUpload(length, signal), 0);
    const answer = await answering;
    this.#endUpload(length, signal);
    return 'body' in answer ? answer : toAnswer(await follow(answer, method, signal));
  }

  #endUpload(length: number, signal: AbortSignal): void {
    if (signal.aborted || !this.#isUploading) return;
    this.#isUploading = false;
    for (const type of ['progress', 'load', 'loadend']) {
      this.#tell(this.upload, type, length, length);
    }
  }

  async #receive(answer: Answer, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#answer = answer;
    this.#headers = new Headers(answer.headers as [string, string][]);
    const body = (this.#body = new ReceivedBody(this.#headers.get('Content-Type')));
    body.override = this.#override;
    const total = Number(this.#headers.get('Content-Length') ?? 0);
    this.#enter(2);
    const reader = answer.body.getReader();
    let last = -PAUSE;
    for (;;) {
      const {done, value} = await reader.read();
      if (signal.aborted) return;
      if (done) break;
      body.add(value);
      if (performance.now() - last < PAUSE) continue;
      last = performance.now();
      this.#enter(3);
      if (!signal.aborted) this.#tell(this, 'progress', body.size, total);
      if (signal.aborted) return;
    }
    this.#tell(this, 'progress', body.size, total);
    if (!signal.aborted) this.#end('load', body.size, total, signal);
  }

  /** The last events of a request, unless one that hears them makes another of it. */
  #end(type: string, loaded: number, total: number, signal: AbortSignal): void {
    clearTimeout(this.#timer);
    this.#isSent = false;
    this.#enter(4);
    for (const last of [type, 'loadend']) {
      if (!signal.aborted) this.#tell(this, last, loaded, total);
    }
  }

  #fail(how: Ending): void {
    const ended = this.#sending;
    const next = (this.#sending = new AbortController());
    this.#forget();
    ended.abort();
    clearTimeout(this.#timer);
    this.#isSent = false;
    this.#enter(4);
    const isUploading = this.#isUploading;
    this.#isUploading = false;
    const targets = isUploading ? [this.upload, this] : [this];
    for (const target of targets) {
      for (const type of [how, 'loadend']) {
        if (!next.signal.aborted) this.#tell(target, type);
      }
    }
  }

  /** Ends the request where it takes longer than it may. */
  #arm(): void {
    clearTimeout(this.#timer);
    if (this.timeout === 0) return;
    const left = this.#started + this.timeout - performance.now();
    this.#timer = setTimeout(() => this.#fail('timeout'), Math.max(0, left));
  }

  #forget(): void {
    this.#answer = null;
    this.#headers = null;
    this.#result = undefined;
    this.#body = new ReceivedBody(null);
  }

  #requireOpened(): void {
    if (this.#state !== 1 || this.#isSent) throw invalidState('It has to be opened first.');
  }

  #enter(state: number): void {
    this.#state = state;
    dispatchEvent(this, new Event('readystatechange'));
  }

  #tell(target: EventTarget, type: string, loaded = 0, total = 0): void {
    const init = {loaded, total, lengthComputable: total > 0};
    dispatchEvent(target, new ProgressEvent(type, init));
  }
}

function makeRequest(method: string, url: URL): Request {
  try {
    return new Request(url, {method});
  } catch {
    const name = /^(?:connect|trace|track)$/i.test(method) ? 'SecurityError' : 'SyntaxError';
    throw new DOMException(`“${method}” is no method that can be asked for.`, name);
  }
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
    ...{status, statusText, url, headers: [...headers], redirected: true, type: 'basic'},
    body: body ?? new Blob().stream(),
  };
}

function invalidState(message: string): DOMException {
  return new DOMException(message, 'InvalidStateError');
}

/** Gives the site's scripts an `XMLHttpRequest` that asks the site itself. */
export function installXhr(): void {
  defineProperty(SiteXhr, 'name', {value: 'XMLHttpRequest'});
  defineProperty(window, 'XMLHttpRequest', {
    value: SiteXhr,
    configurable: true,
    writable: true,
  });
}
