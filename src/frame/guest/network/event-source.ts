import {createParser} from 'eventsource-parser';
import {SITE_ORIGIN} from '../../../protocol/http.js';
import {AbortController, TextEncoder, encode, setTimeout} from '../natives.js';
import {type Answer, exchange} from './exchange.js';
import {defineHandlers} from './handlers.js';
import {
  Event,
  EventTarget,
  Headers,
  MessageEvent,
  TextDecoder,
  clearTimeout,
  natives,
} from './natives.js';
import {siteUrl} from './site-url.js';
import {takePlace} from './take-place.js';

/** Milliseconds until a connection that was lost is made again, unless the site says otherwise. */
const RETRY = 3000;

const EVENT_STREAM = /^\s*text\/event-stream\s*(?:;|$)/i;

/** An `EventSource` whose events come from the site itself. */
class SiteEventSource extends EventTarget {
  readonly #url: string;
  readonly #withCredentials: boolean;
  readonly #closing = new AbortController();
  #state = 0;
  #retry = RETRY;
  #lastId = '';
  #timer = 0;

  constructor(address: string | URL, init: EventSourceInit = {}) {
    super();
    this.#url = siteUrl(address)?.href ?? '';
    this.#withCredentials = Boolean(init.withCredentials);
    void this.#connect();
  }

  get url(): string {
    return this.#url;
  }

  get withCredentials(): boolean {
    return this.#withCredentials;
  }

  get readyState(): number {
    return this.#state;
  }

  close(): void {
    this.#state = 2;
    clearTimeout(this.#timer);
    this.#closing.abort();
  }

  async #connect(): Promise<void> {
    const {signal} = this.#closing;
    try {
      const answer = await this.#ask();
      if (!answer) return this.#fail();
      this.#state = 1;
      this.dispatchEvent(new Event('open'));
      await this.#listen(answer, signal);
    } catch {
      // What breaks is tried again, as what ends is.
    }
    if (signal.aborted) return;
    this.#state = 0;
    this.#timer = setTimeout(() => void this.#connect(), this.#retry);
    this.dispatchEvent(new Event('error'));
  }

  /** The stream of events, where the site answers with one. */
  async #ask(): Promise<Answer | null> {
    const id = this.#lastId;
    const headers: [string, string][] = [['Accept', 'text/event-stream']];
    // Headers have bytes.
    if (id !== '') {
      const bytes = encode(new TextEncoder(), id);
      headers.push(['Last-Event-ID', String.fromCharCode(...bytes)]);
    }
    const asked = {url: this.#url, headers, cache: 'no-store'} as const;
    const answer = await exchange(asked, this.#closing.signal);
    if (!('body' in answer) || answer.status !== 200) return null;
    const type = new Headers(answer.headers as [string, string][]).get('Content-Type') ?? '';
    return EVENT_STREAM.test(type) ? answer : null;
  }

  async #listen({body}: Answer, signal: AbortSignal): Promise<void> {
    const parser = createParser({
      onRetry: milliseconds => (this.#retry = milliseconds),
      onEvent: ({event = 'message', data, id}) => {
        if (id !== undefined) this.#lastId = id;
        const init = {data, origin: SITE_ORIGIN, lastEventId: this.#lastId};
        // A handler may have closed it.
        if (!signal.aborted) this.dispatchEvent(new MessageEvent(event, init));
      },
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, {stream: true}));
    }
  }

  #fail(): void {
    this.#state = 2;
    this.dispatchEvent(new Event('error'));
  }
}

/** Gives the site's scripts an `EventSource` that listens to the site itself. */
export function installEventSource(): void {
  defineHandlers(SiteEventSource.prototype, ['open', 'message', 'error']);
  takePlace('EventSource', natives.EventSource, SiteEventSource, address => !!siteUrl(address));
}
