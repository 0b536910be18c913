import {SITE_ORIGIN} from '../protocol/http.js';

/** Hosts that Django's documentation and `runserver` use for the site one is working on. */
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '0.0.0.0', '[::1]']);

/** Whether an absolute URL lies on the site itself. */
export function isOnSite(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === SITE_ORIGIN;
}

/** Whether two absolute URLs are one document: the same but for their fragments. */
export function isSameDocument(one: string, other: string): boolean {
  return withoutFragment(one) === withoutFragment(other);
}

/** An absolute URL without its fragment, as it is asked for. */
export function withoutFragment(url: string): string {
  const end = url.indexOf('#');
  return end < 0 ? url : url.slice(0, end);
}

/**
 * Reads what a person typed into the address line. A path may lack its first slash; `?…` and `#…`
 * belong to the current address; an address copied from a tutorial, such as
 * `http://127.0.0.1:8000/polls/`, means the site.
 *
 * @param text As typed.
 * @param current Absolute URL of the document shown.
 * @returns An absolute URL, or `null` where there is no making sense of it.
 */
export function parseAddress(text: string, current: string): string | null {
  const address = text.trim();
  if (/^[?#]/.test(address)) return parse(address, current);
  const local = /^(?:https?:\/\/)?(\[::1\]|[\w.-]+)(?::\d+)?(\/.*)?$/i.exec(address);
  if (local?.[1] && LOCAL_HOSTS.has(local[1].toLowerCase())) return parse(local[2] ?? '/');
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return parse(address);
  return parse(`/${address.replace(/^\/+/, '')}`);
}

/** What the address line shows for a URL of the site: path, query and fragment. */
export function formatAddress(url: string): string {
  return url.startsWith(`${SITE_ORIGIN}/`) ? url.slice(SITE_ORIGIN.length) : url;
}

function parse(address: string, base = `${SITE_ORIGIN}/`): string | null {
  return URL.canParse(address, base) ? new URL(address, base).href : null;
}
