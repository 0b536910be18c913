import {SITE_ORIGIN} from '../../../protocol/http.js';
import {isOnSite, resolve} from '../place.js';

/** The address of a socket's site. */
export const SOCKET_ORIGIN = SITE_ORIGIN.replace('http', 'ws');

/** An address as a script writes it, where it is one of the site's own; `null` otherwise. */
export function siteUrl(address: unknown): URL | null {
  const url = resolve(String(address));
  return url && isOnSite(url) ? url : null;
}
