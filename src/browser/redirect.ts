import {PlaygroundError} from '../protocol/failure.js';
import type {Navigation} from '../protocol/frame.js';
import {type HttpHead, SITE_ORIGIN} from '../protocol/http.js';
import {referrerUnder} from '../protocol/referrer.js';

/** Most redirects followed for one request, as Fetch has it. */
export const MOST_REDIRECTS = 20;

const EMPTY = new Uint8Array();

/** Whether a status is one of those that send the browser elsewhere (Fetch, "redirect status"). */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * Where a response sends the browser next (Fetch, "HTTP-redirect fetch").
 *
 * 301 and 302 turn a POST into a GET, 303 turns every method but GET and HEAD into a GET, 307 and
 * 308 repeat the request as it was. A `Location` without a fragment keeps the current one.
 *
 * @returns The next request, perhaps to another site, or `null` where the response is the last.
 * @throws PlaygroundError `bad-redirect` for an address that leads nowhere.
 */
export function nextRequest<Asked extends Navigation>(
  navigation: Asked,
  response: HttpHead,
): Asked | null {
  if (!isRedirect(response.status)) return null;
  const location = headerOf(response, 'location');
  if (location === undefined) return null;

  const url = resolve(location, navigation.url);
  const referrer = referrerAfter(navigation.referrer, response);
  if (!becomesGet(response.status, navigation.method)) return {...navigation, url, referrer};
  const headers = navigation.headers.filter(([name]) => !/^content-/i.test(name));
  return {...navigation, url, referrer, method: 'GET', headers, body: EMPTY};
}

/** A redirect can say that less of the address is told from now on. */
function referrerAfter(referrer: string | null, response: HttpHead): string | null {
  const policies = headerOf(response, 'referrer-policy')?.split(',') ?? [];
  return referrerUnder(policies.at(-1) ?? '', referrer);
}

function headerOf({headers}: HttpHead, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function becomesGet(status: number, method: string): boolean {
  if (status === 303) return !['GET', 'HEAD'].includes(method);
  return status < 303 && method === 'POST';
}

function resolve(location: string, current: string): string {
  if (!URL.canParse(location, current)) {
    throw badRedirect(
      `The site redirects from ${current} to “${location}”, which is no address. ` +
        'Check what the view gives to redirect().',
    );
  }
  const url = new URL(location, current);
  if (!['http:', 'https:'].includes(url.protocol)) {
    throw badRedirect(
      `The site redirects from ${current} to ${url.href}. A redirect can only lead to an ` +
        'http or https address.',
    );
  }
  if (url.hostname === new URL(SITE_ORIGIN).hostname && url.origin !== SITE_ORIGIN) {
    throw badRedirect(
      `The site redirects from ${current} to ${url.origin}, but in the playground it lives at ` +
        `${SITE_ORIGIN}. Check SECURE_SSL_REDIRECT and addresses written out in full.`,
    );
  }
  url.hash ||= new URL(current).hash;
  return url.href;
}

/** What was asked led round in a circle. */
export function tooManyRedirects(asked: Navigation, last: Navigation): PlaygroundError {
  return badRedirect(
    `${asked.url} was redirected ${MOST_REDIRECTS} times without coming to a page, the last time ` +
      `to ${last.url}. Look for two views that redirect to each other.`,
  );
}

/** A redirect that cannot be followed. */
function badRedirect(message: string): PlaygroundError {
  return new PlaygroundError({code: 'bad-redirect', message});
}
