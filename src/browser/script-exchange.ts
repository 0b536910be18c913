import type {ScriptHead, ScriptRequest, ScriptResponse} from '../protocol/frame-network.js';
import type {HeaderPairs, HttpRequest, HttpStream} from '../protocol/http.js';
import {isOnSite, withoutFragment} from './address.js';
import type {CookieJar} from './cookie-jar.js';
import {permittedHeaders, visibleHeaders} from './forbidden-headers.js';
import {type BrowserIdentity, requestHeaders} from './headers.js';
import {reasonPhrase} from './reason-phrase.js';
import {isRedirect, MOST_REDIRECTS, nextRequest, tooManyRedirects} from './redirect.js';

/** Sends one request to the site and gives its response as it comes. */
export type Open = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpStream>;

/** What an exchange needs beside the request itself. */
export interface ScriptContext {
  readonly open: Open;
  readonly jar: CookieJar;
  readonly identity: BrowserIdentity;
  /** Abandons the request, the body too. */
  readonly signal?: AbortSignal | undefined;
}

/** What a mode of caching says to the site; there is no cache before it. */
const CACHE_HEADERS: Partial<Record<ScriptRequest['cache'], HeaderPairs>> = {
  'no-store': [
    ['Pragma', 'no-cache'],
    ['Cache-Control', 'no-cache'],
  ],
  reload: [
    ['Pragma', 'no-cache'],
    ['Cache-Control', 'no-cache'],
  ],
  'no-cache': [['Cache-Control', 'max-age=0']],
};

/**
 * Makes a request for a script (Fetch, "HTTP fetch"): with a browser's headers, with cookies where
 * its credentials say so, and with redirects as it wants them.
 *
 * @throws TypeError for what Fetch calls a network error, PlaygroundError `bad-redirect`, and
 *   whatever `open` throws.
 */
export async function openForScript(
  asked: ScriptRequest,
  context: ScriptContext,
): Promise<ScriptResponse> {
  if (asked.cache === 'only-if-cached') {
    throw new TypeError(`Nothing is cached here, and ${asked.url} was only wanted from a cache.`);
  }
  let request = {...asked, headers: permittedHeaders(asked.headers)};
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isOnSite(request.url)) return goElsewhere(request);
    const stream = await send(request, context);
    if (request.credentials !== 'omit') context.jar.store(request.url, stream);
    const next = asked.redirect === 'manual' ? null : nextRequest(request, stream);
    if (next === null) return respond(request, stream, redirects > 0);
    void drain(stream);
    if (asked.redirect === 'error') {
      throw new TypeError(`${request.url} redirects to ${next.url}, which was not wanted.`);
    }
    request = next;
  }
  throw tooManyRedirects(asked, request);
}

/** The script asks the other site itself, without the site's own headers and without a body. */
function goElsewhere({method, url}: ScriptRequest): ScriptResponse {
  if (method === 'GET' || method === 'HEAD') return {elsewhere: url};
  throw new TypeError(`The site redirects a ${method} to ${url}, which is another site.`);
}

async function send(request: ScriptRequest, context: ScriptContext): Promise<HttpStream> {
  const {method, body, credentials, cache, destination, mode} = request;
  const url = withoutFragment(request.url);
  const cookie = credentials === 'omit' ? '' : context.jar.header(url);
  const names = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const caching = CACHE_HEADERS[cache] ?? [];
  const given = caching.filter(([name]) => !names.has(name.toLowerCase()));
  const headers = requestHeaders(
    {...request, headers: [...request.headers, ...given]},
    destination,
    cookie,
    context.identity,
    mode,
  );
  // A copy, because bodies are handed over for good and this one may be sent again.
  return context.open({method, url, headers, body: body.slice()}, context.signal);
}

async function respond(
  {url, method, redirect, integrity}: ScriptRequest,
  stream: HttpStream,
  redirected: boolean,
): Promise<ScriptResponse> {
  const {status} = stream;
  const head: ScriptHead = {
    status,
    statusText: reasonPhrase(status),
    headers: visibleHeaders(stream.headers),
    url: withoutFragment(url),
    redirected,
    type: 'basic',
  };
  if (redirect === 'manual' && isRedirect(status)) {
    void drain(stream);
    const hidden = {status: 0, statusText: '', headers: [], body: nothing()};
    return {...head, ...hidden, type: 'opaqueredirect'};
  }
  if (method === 'HEAD' || [204, 205, 304].includes(status)) {
    void drain(stream);
    return {...head, body: nothing()};
  }
  if (integrity === '') return {...head, body: stream.body};
  const {checked} = await import('./integrity.js');
  return {...head, body: await checked(stream.body, integrity, url)};
}

/** Lets the site end a response that nobody reads; aborted, it would seem to have failed. */
async function drain({body}: HttpStream): Promise<void> {
  try {
    for await (const _ of body);
  } catch {
    // What broke is of no use to anybody.
  }
}

async function* nothing(): AsyncGenerator<never, void, undefined> {}
