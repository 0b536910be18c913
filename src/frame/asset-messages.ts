/** What a guest asks for beside documents, checked. */
import type {AssetAsk, LateDestination} from '../protocol/frame-assets.js';
import {SITE_ORIGIN} from '../protocol/http.js';
import {isFields, isText} from './fields.js';

/** Longest texts believed, in characters. */
const LONGEST_URL = 64 * 1024;
const LONGEST_TEXT = 10 * 1024 * 1024;

const DESTINATIONS: ReadonlySet<string> = new Set<LateDestination>([
  'audio',
  'embed',
  'font',
  'image',
  'object',
  'script',
  'style',
  'track',
  'video',
]);

/** Reads what a guest asks for; `null` where it is nothing of the site. */
export function parseAssetAsk(data: unknown): AssetAsk | null {
  if (!isFields(data)) return null;
  const {kind, text, destination} = data;
  if (kind === 'file') {
    const url = parseSiteUrl(data['url']);
    return url !== null && isDestination(destination) ? {kind, url, destination} : null;
  }
  if (kind === 'module') {
    const {specifier} = data;
    const isNamed = isText(specifier) && specifier.length <= LONGEST_URL;
    const base = parseSiteUrl(data['base']);
    return isNamed && base !== null ? {kind, specifier, base} : null;
  }
  const isMarkup = kind === 'css' || kind === 'html';
  if (!isMarkup || !isText(text) || text.length > LONGEST_TEXT) return null;
  const base = parseSiteUrl(data['base']);
  return base === null ? null : {kind, text, base};
}

function parseSiteUrl(data: unknown): string | null {
  if (!isText(data) || data.length > LONGEST_URL || !URL.canParse(data)) return null;
  const url = new URL(data);
  return url.origin === SITE_ORIGIN ? url.href : null;
}

function isDestination(data: unknown): data is LateDestination {
  return isText(data) && DESTINATIONS.has(data);
}
