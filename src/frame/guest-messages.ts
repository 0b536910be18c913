/**
 * What a guest says, checked. It shares its document with the site's own scripts, so it is
 * believed no more than they are: it can ask for pages of the site, and for nothing that would
 * break a request apart.
 */
import {
  FILE_SCHEME,
  type GuestMessage,
  type Navigation,
  type ScrollPosition,
} from '../protocol/frame.js';
import {type HeaderPairs, SITE_ORIGIN} from '../protocol/http.js';
import {parseAssetAsk} from './asset-messages.js';
import {isFields, isText} from './fields.js';
import {parseStateMessage} from './state-messages.js';
import {parseNested} from './nested-messages.js';
import {isBody, isMethod, parseUrl} from './request-fields.js';
import {parseWantedWindow, parseWindowAction, parseWindowId} from './window-messages.js';

/** Longest text believed, in characters. */
const LONGEST_TEXT = 1000;

const EXTERNAL_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Reads a message of the guest.
 *
 * @param data As it came through the port.
 * @returns The message with nothing in it but what belongs there, `null` where it is none.
 */
export function parseGuestMessage(data: unknown): GuestMessage | null {
  if (!isFields(data)) return null;
  const {kind} = data;
  switch (kind) {
    case 'navigate': {
      const navigation = parseNavigation(data['navigation']);
      return navigation && {kind, navigation};
    }
    case 'external': {
      const url = parseUrl(data['url']);
      return url && EXTERNAL_SCHEMES.has(url.protocol) ? {kind, url: url.href} : null;
    }
    case 'reveal': {
      const url = parseUrl(data['url']);
      return url?.protocol === FILE_SCHEME ? {kind, url: url.href} : null;
    }
    case 'asset': {
      const ask = parseAssetAsk(data['ask']);
      return ask && {kind, ask};
    }
    case 'nested':
      return parseNested(data, parseNavigation);
    case 'title':
      return isText(data['title']) ? {kind, title: data['title'].slice(0, LONGEST_TEXT)} : null;
    case 'scrolled': {
      const position = parsePosition(data['position']);
      return position && {kind, position};
    }
    case 'menu': {
      const navigation = parseNavigation(data['navigation']);
      const at = parsePosition(data['at']);
      return navigation && at && {kind, navigation, at};
    }
    case 'refused':
      return isText(data['message'])
        ? {kind, message: data['message'].slice(0, LONGEST_TEXT)}
        : null;
    case 'open': {
      const window = parseWantedWindow(data['window']);
      const navigation = parseNavigation(data['navigation']);
      const isEmpty = data['navigation'] === null;
      return window && (navigation || isEmpty) ? {kind, window, navigation} : null;
    }
    case 'tell': {
      const window = parseWindowId(data['window']);
      const action = parseWindowAction(data['action']);
      return window !== null && action ? {kind, window, action} : null;
    }
    case 'loaded':
    case 'leaving':
    case 'escape':
      return {kind};
    default:
      return parseStateMessage(data);
  }
}

function parseNavigation(data: unknown): Navigation | null {
  if (!isFields(data)) return null;
  const {method, body, referrer, download, replace, kept} = data;
  const url = parseSiteUrl(data['url']);
  const headers = parseHeaders(data['headers']);
  if (url === null || headers === null || !isMethod(method) || !isBody(body)) return null;
  if (method !== method.toUpperCase()) return null;
  return {
    method,
    url,
    headers,
    body,
    referrer: referrer === null ? null : parseSiteUrl(referrer),
    ...(isText(download) && {download: download.slice(0, LONGEST_TEXT)}),
    ...(replace === true && {replace}),
    ...(kept !== undefined && {kept}),
  };
}

/** A guest has one header to give, the type of its form. */
function parseHeaders(data: unknown): HeaderPairs | null {
  if (!Array.isArray(data) || data.length > 1) return null;
  if (data.length === 0) return [];
  const [pair] = data as unknown[];
  if (!Array.isArray(pair)) return null;
  const [name, value] = pair as unknown[];
  if (name !== 'Content-Type' || !isText(value) || !/^[ -~]{1,1000}$/.test(value)) return null;
  return [[name, value]];
}

function parseSiteUrl(data: unknown): string | null {
  const url = parseUrl(data);
  return url?.origin === SITE_ORIGIN ? url.href : null;
}

function parsePosition(data: unknown): ScrollPosition | null {
  if (!isFields(data)) return null;
  const {x, y} = data;
  return Number.isFinite(x) && Number.isFinite(y) ? {x: Number(x), y: Number(y)} : null;
}
