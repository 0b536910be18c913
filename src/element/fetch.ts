/** The platform's `Request` and `Response`, to and from an HTTP exchange as data. */
import type {Navigation} from '../protocol/frame.js';
import {SITE_ORIGIN, type HttpResponse} from '../protocol/http.js';

/** Statuses that may have no body, not even an empty one. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * What `fetch(path, init)` would send.
 *
 * @throws TypeError as `fetch` does, e.g. for a GET with a body.
 */
export async function toNavigation(path: string, init?: RequestInit): Promise<Navigation> {
  const request = new Request(new URL(path, SITE_ORIGIN), init);
  return {
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: new Uint8Array(await request.arrayBuffer()),
    referrer: null,
  };
}

/** A response a script can read. Browsers hide `Set-Cookie` from scripts, and so does this. */
export function toResponse({status, headers, body}: HttpResponse): Response {
  return new Response(WITHOUT_BODY.has(status) ? null : body, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}
