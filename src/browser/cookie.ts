import {parseSetCookie} from 'set-cookie-parser';
import type {Cookie} from '../protocol/cookie.js';

/** Longest life of a cookie in milliseconds: 400 days, as RFC 6265bis has it. */
const LONGEST_LIFE = 400 * 24 * 60 * 60 * 1000;

/** Most characters of name and value together, and of one attribute. */
const LARGEST_PAIR = 4096;
const LARGEST_ATTRIBUTE = 1024;

/** Every control character but the tab. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/**
 * Reads one `Set-Cookie` header as a browser does (RFC 6265bis, 5.6 and 5.7).
 *
 * `Secure` and `SameSite` change nothing here: the site's origin is trustworthy, and every request
 * comes from the site itself.
 *
 * @param header The header's value.
 * @param url Address of the response that carried it.
 * @param now Milliseconds since 1970.
 * @returns The cookie, or `null` where a browser would refuse it.
 */
export function parseCookie(header: string, url: URL, now: number): Cookie | null {
  if (CONTROL.test(header)) return null;
  const [parsed] = parseSetCookie([header], {decodeValues: false, silent: true, split: false});
  if (!parsed) return null;
  const {name, value, domain, secure = false, httpOnly = false} = parsed;
  if (name.length + value.length > LARGEST_PAIR) return null;
  if (domain !== undefined && !namesHost(domain, url.hostname)) return null;

  const path = cookiePath(parsed.path, url);
  const forHostOnly = !domain && parsed.path === '/';
  if (!keepsPromise(name || value, secure, forHostOnly)) return null;
  return {name, value, path, expires: expiry(parsed, now), httpOnly, created: now};
}

/** Whether a cookie of this path goes with a request for that one. */
export function pathMatches(path: string, requestPath: string): boolean {
  if (requestPath === path) return true;
  if (!requestPath.startsWith(path)) return false;
  return path.endsWith('/') || requestPath[path.length] === '/';
}

/**
 * Whether a `Domain` attribute means the site's host. A domain above it, `localhost`, is a public
 * suffix: no browser takes a cookie for all of it.
 */
function namesHost(domain: string, hostname: string): boolean {
  return domain === '' || domain.replace(/^\./, '').toLowerCase() === hostname;
}

function cookiePath(path: string | undefined, url: URL): string {
  if (path?.startsWith('/') && path.length <= LARGEST_ATTRIBUTE) return path;
  const end = url.pathname.lastIndexOf('/');
  return end > 0 ? url.pathname.slice(0, end) : '/';
}

/** A name may promise how its cookie was set; a nameless cookie may not look as if it did. */
function keepsPromise(name: string, secure: boolean, forHostOnly: boolean): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('__host-')) return secure && forHostOnly;
  if (lower.startsWith('__secure-')) return secure;
  return true;
}

function expiry(lifetime: {maxAge?: number; expires?: Date}, now: number): number | null {
  const {maxAge, expires} = lifetime;
  if (maxAge !== undefined) {
    return maxAge <= 0 ? 0 : now + Math.min(maxAge * 1000, LONGEST_LIFE);
  }
  return expires ? Math.min(expires.getTime(), now + LONGEST_LIFE) : null;
}
