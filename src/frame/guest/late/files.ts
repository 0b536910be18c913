import type {LateDestination} from '../../../protocol/frame-assets.js';
import {isOnSite, resolve} from '../place.js';
import {ask} from './ask.js';
import {createObjectURL} from './natives.js';

/** One image of a `srcset`: white space and commas, its address, its descriptor. */
const CANDIDATE = /([\s,]*)([^\s,]\S*[^\s,])(\s+[^\s,]+)?/g;

/** Addresses in the values of style properties. */
const STYLE_URL = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^"')]*))\s*\)/g;

/** The site's addresses of blobs. */
const addresses = new Map<string, string>();

/** What is being asked for, and what is kept for the document's life. */
const asked = new Map<string, Promise<string | null>>();

/** The site's own absolute URL that an address in a document means; `null` where it is another. */
export function siteUrl(address: string): string | null {
  // Hardly any address that a script sets has need of a base that has to be looked up.
  if (/^(?:#|data:|blob:|https:)/.test(address)) return null;
  const url = address.trim() === '' ? null : resolve(address);
  return url && isOnSite(url) ? url.href : null;
}

/** The site's address of a blob, where the document has got it from there. */
export function addressOf(url: string): string {
  return url.replace(/^[^#]*/, file => addresses.get(file) ?? file);
}

/**
 * A file of the site as the browser can load it.
 *
 * @param url Absolute; its fragment stays.
 * @param stays Whether it is asked for once in the document's life.
 * @returns A `blob:` URL, `null` where the file cannot be had.
 */
export async function fileUrl(
  url: string,
  destination: LateDestination,
  stays = false,
): Promise<string | null> {
  const [file = '', fragment] = url.split('#', 2);
  const key = `${destination} ${file}`;
  const asking = asked.get(key) ?? askFor(file, destination);
  asked.set(key, asking);
  const made = await asking;
  if (!stays) asked.delete(key);
  return made !== null && fragment !== undefined ? `${made}#${fragment}` : made;
}

async function askFor(url: string, destination: LateDestination): Promise<string | null> {
  const blob = await ask({kind: 'file', url, destination});
  if (blob === null) return null;
  const made = createObjectURL(blob as Blob);
  addresses.set(made, url);
  return made;
}

/** The address of a script in markup, as it stands there. */
const SCRIPT_SRC = /(<script\b[^>]*?\ssrc\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

/** Whether markup has scripts of the site, or a tag without its end that may become one. */
export function markupNamesSite(markup: string): boolean {
  return (
    /<script\b[^>]*$/i.test(markup) ||
    [...markup.matchAll(SCRIPT_SRC)].some(([, , value = '']) => siteUrl(unquote(value)) !== null)
  );
}

/** Markup with blobs in place of the site's scripts. */
export function markupWithScripts(markup: string): Promise<string> {
  return replaceAll(markup, SCRIPT_SRC, async ([whole, before = '', value = '']) => {
    const site = siteUrl(unquote(value));
    const url = site && (await fileUrl(site, 'script'));
    return url ? `${before}"${url}"` : whole;
  });
}

/** Whether a `srcset` has images of the site. */
export function setNamesSite(srcset: string): boolean {
  return [...srcset.matchAll(CANDIDATE)].some(([, , url = '']) => siteUrl(url) !== null);
}

/** A `srcset` with blobs in place of the site's images. */
export async function fileSet(srcset: string): Promise<string> {
  return replaceAll(srcset, CANDIDATE, async ([whole, before = '', url = '', rest = '']) => {
    const site = siteUrl(url);
    return site === null ? whole : `${before}${(await fileUrl(site, 'image')) ?? url}${rest}`;
  });
}

/** The value of a style property with blobs in place of the site's files. */
export function styleValue(value: string): Promise<string> {
  return replaceAll(value, STYLE_URL, async ([whole, double, single, bare]) => {
    const site = siteUrl(unescape(double ?? single ?? bare ?? ''));
    const url = site && (await fileUrl(site, 'image', true));
    return url ? `url("${url}")` : whole;
  });
}

function unquote(value: string): string {
  return value.replace(/^(["'])(.*)\1$/s, '$2').replaceAll('&amp;', '&');
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

async function replaceAll(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => Promise<string>,
): Promise<string> {
  const matches = [...text.matchAll(pattern)];
  const replaced = await Promise.all(matches.map(replace));
  return text.replace(pattern, () => replaced.shift() ?? '');
}
