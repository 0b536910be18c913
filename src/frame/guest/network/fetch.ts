import type {ScriptRequest} from '../../../protocol/frame-network.js';
import {FormData, Uint8Array, defineProperty} from '../natives.js';
import {referrer} from '../referrer.js';
import {bytesOf, serialise} from './body.js';
import {type Answer, type Asked, exchange} from './exchange.js';
import {follow} from './follow.js';
import {Blob, ReadableStream, Request, Response, cloneResponse, natives} from './natives.js';
import {siteUrl} from './site-url.js';

/** Statuses of responses that have no body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** Bytes that may be on their way with `keepalive`, and that are. */
const LARGEST_KEPT = 64 * 1024;
let kept = 0;

/** What reads a response as a whole. */
const READERS = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'] as const;

/** As the browser's own, but that it asks the site itself. */
async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const wanted = input instanceof Request ? input : null;
  const url = siteUrl(wanted ? wanted.url : input);
  if (!url) return natives.fetch.call(window, input, init);
  // Not every browser has streams as a request's body, or can read a form in one.
  const given = init?.body;
  const isRead = given instanceof ReadableStream || given instanceof FormData;
  const reading = isRead ? serialise(given) : null;
  const request = new Request(wanted ?? url, reading ? {...init, body: new Blob()} : init);
  const {method, signal, redirect, cache, integrity, keepalive, credentials} = request;
  signal.throwIfAborted();
  const isBodiless = method === 'GET' || method === 'HEAD';
  const read = await reading;
  const body = read?.bytes ?? (isBodiless ? new Uint8Array() : await bytesOf(request));
  if (read?.type && !request.headers.has('Content-Type')) {
    request.headers.set('Content-Type', read.type);
  }
  const asked = {
    method,
    redirect,
    cache,
    integrity,
    keepalive,
    credentials,
    url: request.url,
    headers: [...request.headers],
    mode: request.mode as ScriptRequest['mode'],
    referrer: referrerOf(request, init),
    body,
  };
  const answer = await (keepalive ? outlive(asked, signal) : exchange(asked, signal));
  if (!('elsewhere' in answer)) return toResponse(answer, method, signal);
  return follow(answer, method, signal);
}

/**
 * Asks even where the document goes meanwhile.
 *
 * @throws TypeError where all that does has more than a browser keeps.
 */
async function outlive(asked: Asked, signal: AbortSignal): ReturnType<typeof exchange> {
  const size = asked.body?.length ?? 0;
  if (kept + size > LARGEST_KEPT) throw new TypeError('Too much is sent with keepalive at once.');
  kept += size;
  try {
    return await exchange(asked, signal);
  } finally {
    kept -= size;
  }
}

/** Browsers take no address of the site for a referrer, as the frame has another origin. */
function referrerOf(request: Request, init?: RequestInit): string | null {
  if (request.referrer === '') return null;
  const given = init?.referrer;
  const from = given === undefined ? undefined : siteUrl(given)?.href;
  return referrer(request.referrerPolicy, from);
}

function toResponse(answer: Answer, method: string, signal: AbortSignal): Response {
  const {status, statusText, headers, url, redirected, type, body} = answer;
  const how = {url, redirected, type};
  if (type === 'opaqueredirect') return dress(Response.error(), how, signal);
  const isBodiless = method === 'HEAD' || BODILESS.has(status);
  const response = new Response(isBodiless ? null : body, {
    status,
    statusText,
    headers: headers as [string, string][],
  });
  return dress(response, how, signal);
}

/** Gives a response that a script made what only those of a server have. */
function dress(
  response: Response,
  how: Pick<Answer, 'url' | 'redirected' | 'type'>,
  signal: AbortSignal,
): Response {
  const clone = (): Response => dress(cloneResponse(response), how, signal);
  const own: Record<string, unknown> = {...how, clone};
  for (const name of READERS) {
    const read = response[name] as (() => Promise<unknown>) | undefined;
    // Browsers say of a stream that broke that it did, not why.
    if (!read) continue;
    own[name] = async () => {
      // At once, before anything else that waits.
      if (signal.aborted && !response.bodyUsed) throw signal.reason;
      return read.call(response).catch((error: unknown) => {
        throw signal.aborted ? signal.reason : error;
      });
    };
  }
  for (const name in own) defineProperty(response, name, {value: own[name], configurable: true});
  return response;
}

/** Gives the site's scripts a `fetch` that asks the site itself. */
export function installFetch(): void {
  defineProperty(window, 'fetch', {
    value: fetch,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
