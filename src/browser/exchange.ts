import type {Navigation} from '../protocol/frame.js';
import type {HttpRequest, HttpResponse} from '../protocol/http.js';
import {isOnSite, withoutFragment} from './address.js';
import type {CookieJar} from './cookie-jar.js';
import {type BrowserIdentity, type Destination, requestHeaders} from './headers.js';
import {MOST_REDIRECTS, nextRequest, tooManyRedirects} from './redirect.js';

/** Sends one request to the site and gives its response. */
export type Send = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpResponse>;

/** A request with the response that was not a redirect. */
export interface Exchange {
  /** The last request made, as it would be made again; its URL is the response's. */
  readonly navigation: Navigation;
  /** `null` where the site redirects to another one, which is not followed. */
  readonly response: HttpResponse | null;
}

/** What an exchange needs beside the request itself. */
export interface ExchangeContext {
  readonly send: Send;
  readonly jar: CookieJar;
  readonly identity: BrowserIdentity;
  readonly destination: Destination;
  /** Abandons the request. */
  readonly signal?: AbortSignal | undefined;
  /** Asked before each redirect is followed; throws to go no further. */
  readonly beforeRedirect?: () => void;
}

/**
 * Sends a request with a browser's headers, keeps the cookies it is answered with, and follows
 * redirects.
 *
 * @throws PlaygroundError `bad-redirect` for a redirect that leads nowhere or round in a circle,
 *   and whatever `send` throws.
 */
export async function exchange(asked: Navigation, context: ExchangeContext): Promise<Exchange> {
  let navigation = asked;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isOnSite(navigation.url)) return {navigation, response: null};
    const response = await send(navigation, context);
    context.signal?.throwIfAborted();
    context.jar.store(navigation.url, response);
    const next = nextRequest(navigation, response);
    if (next === null) return {navigation, response};
    context.beforeRedirect?.();
    navigation = next;
  }
  throw tooManyRedirects(asked, navigation);
}

function send(navigation: Navigation, context: ExchangeContext): Promise<HttpResponse> {
  const {method, body} = navigation;
  const url = withoutFragment(navigation.url);
  const cookie = context.jar.header(url);
  const headers = requestHeaders(navigation, context.destination, cookie, context.identity);
  // A copy, because bodies are handed over for good and this one may be sent again.
  return context.send({method, url, headers, body: body.slice()}, context.signal);
}
