import type {ScriptDestination} from '../protocol/frame-network.js';
import type {Navigation} from '../protocol/frame.js';
import {type HeaderPairs, SITE_ORIGIN} from '../protocol/http.js';
import {isOnSite, withoutFragment} from './address.js';

/** What a response is for, by the name `Sec-Fetch-Dest` has for it. */
export type Destination = ScriptDestination | 'document' | 'websocket';

/** What does not change from request to request. */
export interface BrowserIdentity {
  readonly userAgent: string;
  /** Preferred languages, most wanted first, e.g. `['de-CH', 'de', 'en']`. */
  readonly languages: readonly string[];
}

const PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const ACCEPT: Partial<Record<Destination, string>> = {
  document: PAGE,
  iframe: PAGE,
  image: 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
  style: 'text/css,*/*;q=0.1',
};

/** Headers that only the browser itself decides. */
const OWN: ReadonlySet<string> = new Set(['host', 'content-length', 'cookie']);

/**
 * The headers a browser sends. No `Accept-Encoding`: nothing is gained by compressing within one
 * page, and a response would have to be unpacked again.
 *
 * @param navigation What is asked; its own headers come before a browser's defaults.
 * @param cookie The `Cookie` header, `''` for none.
 * @param mode What `Sec-Fetch-Mode` says, where the destination does not decide that.
 */
export function requestHeaders(
  navigation: Navigation,
  destination: Destination,
  cookie: string,
  identity: BrowserIdentity,
  mode: string = modeOf(destination),
): HeaderPairs {
  const {method, url, body} = navigation;
  const sendsBody = body.length > 0 || !['GET', 'HEAD'].includes(method);
  const sendsOrigin = mode === 'websocket' || !['GET', 'HEAD'].includes(method);
  const given = navigation.headers.filter(([name]) => !OWN.has(name.toLowerCase()));
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  const defaults: HeaderPairs = [
    ['User-Agent', identity.userAgent],
    ['Accept', ACCEPT[destination] ?? '*/*'],
    ['Accept-Language', acceptLanguage(identity.languages)],
    ['Referer', referer(navigation.referrer)],
    ['Origin', sendsOrigin ? SITE_ORIGIN : ''],
    ...fetchMetadata(navigation, destination, mode),
  ];
  return [
    ['Host', new URL(url).host],
    ...given,
    ...defaults.filter(([name, value]) => value !== '' && !names.has(name.toLowerCase())),
    ...(sendsBody ? [['Content-Length', `${body.length}`] as const] : []),
    ...(cookie === '' ? [] : [['Cookie', cookie] as const]),
  ];
}

/** As `strict-origin-when-cross-origin` has it, where every request stays on the site. */
function referer(referrer: string | null): string {
  return referrer !== null && isOnSite(referrer) ? withoutFragment(referrer) : '';
}

function modeOf(destination: Destination): string {
  if (isPage(destination)) return 'navigate';
  return destination === 'empty' ? 'cors' : 'no-cors';
}

function fetchMetadata(
  {method, referrer}: Navigation,
  destination: Destination,
  mode: string,
): HeaderPairs {
  const isNavigation = isPage(destination);
  const isTyped = isNavigation && referrer === null && method === 'GET';
  return [
    ['Upgrade-Insecure-Requests', isNavigation ? '1' : ''],
    ['Sec-Fetch-Site', isTyped ? 'none' : 'same-origin'],
    ['Sec-Fetch-Mode', mode],
    ['Sec-Fetch-User', isNavigation ? '?1' : ''],
    ['Sec-Fetch-Dest', destination],
  ];
}

/** Whether it is for a window, or a frame of one. */
function isPage(destination: Destination): boolean {
  return destination === 'document' || destination === 'iframe';
}

/** Falling weights, as browsers give them: `de-CH,de;q=0.9,en;q=0.8`. */
function acceptLanguage(languages: readonly string[]): string {
  return languages
    .map((language, i) => (i === 0 ? language : `${language};q=${Math.max(1, 10 - i) / 10}`))
    .join(',');
}
