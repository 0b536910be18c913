import {defineProperty} from '../natives.js';
import {DOMException, natives} from './natives.js';
import {siteUrl} from './site-url.js';
import {type Sendable, XhrTransfer, sendable} from './xhr-transfer.js';

const MEDIA_TYPE = /^\s*[-!#$%&'*+.^`|~\w]+\/[-!#$%&'*+.^`|~\w]+\s*(?:;|$)/;

/** An `XMLHttpRequest` that asks the site itself; where it asks others, it is the browser's own. */
class SiteXhr extends natives.XMLHttpRequest {
  /** `null` where it is not for the site, or was not opened yet. */
  #site: XhrTransfer | null = null;
  /** What the type of answers is said to be, also before a request is opened. */
  #type = '';

  override open(method: string, address: string | URL, ...rest: unknown[]): void {
    const url = siteUrl(address);
    if (!url) {
      this.#site?.drop();
      this.#site = null;
      super.open(...([method, address, ...rest] as Parameters<XMLHttpRequest['open']>));
      return;
    }
    const site = new XhrTransfer(this, method, url);
    if (rest.length > 0 && !rest[0]) {
      throw new DOMException(
        'Requests that keep the page waiting cannot be made here. Leave out the third argument of ' +
          'open(), or pass true, and read the response in an event listener.',
        'InvalidAccessError',
      );
    }
    const before = this.#site;
    before?.drop();
    this.#site = site;
    site.override = this.#type;
    if (before?.state === 1) site.state = 1;
    else site.enter(1);
  }

  override setRequestHeader(name: string, value: string): void {
    if (!this.#site) return super.setRequestHeader(name, value);
    if (arguments.length < 2) throw new TypeError('A header has a name and a value.');
    this.#opened(this.#site).addHeader(name, value);
  }

  override send(given: Sendable = null): void {
    if (!this.#site) return super.send(given);
    // What makes a text of it may do something with the request itself.
    const body = sendable(given);
    this.#opened(this.#site).send(body);
  }

  override abort(): void {
    if (this.#site) this.#site.abort();
    else super.abort();
  }

  override overrideMimeType(given: string): void {
    const type = MEDIA_TYPE.test(given) ? given : 'application/octet-stream';
    if (this.#site) this.#unread().override = type;
    else super.overrideMimeType(type);
    this.#type = type;
  }

  override getResponseHeader(name: string): string | null {
    if (!this.#site) return super.getResponseHeader(name);
    try {
      return this.#site.headers?.get(name) ?? null;
    } catch {
      return null;
    }
  }

  override getAllResponseHeaders(): string {
    if (!this.#site) return super.getAllResponseHeaders();
    return [...(this.#site.headers ?? [])].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }

  override get readyState(): number {
    return this.#site ? this.#site.state : super.readyState;
  }

  override get status(): number {
    return this.#site ? (this.#site.answer?.status ?? 0) : super.status;
  }

  override get statusText(): string {
    return this.#site ? (this.#site.answer?.statusText ?? '') : super.statusText;
  }

  override get responseURL(): string {
    return this.#site ? (this.#site.answer?.url ?? '') : super.responseURL;
  }

  override get responseType(): XMLHttpRequestResponseType {
    return super.responseType;
  }

  override set responseType(type: XMLHttpRequestResponseType) {
    this.#unread();
    super.responseType = type;
  }

  override get timeout(): number {
    return super.timeout;
  }

  override set timeout(milliseconds: number) {
    super.timeout = milliseconds;
    this.#site?.arm();
  }

  override get withCredentials(): boolean {
    return super.withCredentials;
  }

  override set withCredentials(value: boolean) {
    if (this.#site?.isSent) throw invalidState('The request has been sent.');
    super.withCredentials = value;
  }

  override get responseText(): string {
    if (!this.#site) return super.responseText;
    this.#requireType('text');
    const {state, answer, body} = this.#site;
    return state > 2 && answer
      ? body.text(state === 4, this.#site.override, this.responseType === '')
      : '';
  }

  override get responseXML(): Document | null {
    if (!this.#site) return super.responseXML;
    this.#requireType('document');
    return this.#convert(this.#site) as Document | null;
  }

  override get response(): unknown {
    if (!this.#site) return super.response as unknown;
    const {responseType} = this;
    if (responseType === '' || responseType === 'text') return this.responseText;
    return this.#convert(this.#site);
  }

  /** What the body was asked for as, the same object each time. */
  #convert(site: XhrTransfer): unknown {
    const {body, override} = site;
    if (site.state < 4 || !site.answer) return null;
    if (site.result !== undefined) return site.result;
    const {responseType} = this;
    if (responseType === 'json') site.result = body.json();
    else if (responseType === 'arraybuffer') site.result = body.bytes();
    else if (responseType === 'blob') site.result = body.blob(override);
    else site.result = body.document(override, responseType === 'document');
    return site.result;
  }

  #requireType(type: XMLHttpRequestResponseType): void {
    if (this.responseType === '' || this.responseType === type) return;
    throw invalidState(`The responseType is “${this.responseType}”, not “${type}” or nothing.`);
  }

  #opened(site: XhrTransfer): XhrTransfer {
    if (site.state === 1 && !site.isSent) return site;
    throw invalidState('It has to be opened first.');
  }

  /** Its transfer, as long as no body has come. */
  #unread(): XhrTransfer {
    if (this.#site && this.#site.state > 2) throw invalidState('The response is being read.');
    return this.#site as XhrTransfer;
  }
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
