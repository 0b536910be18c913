/** Requests and sockets that a guest asks for, checked. What they may say is the site's to judge. */
import type {ScriptDestination, ScriptRequest, ScriptSocket} from '../../protocol/frame-network.js';
import {SITE_ORIGIN} from '../../protocol/http.js';
import {type Fields, isFields, isText} from '../fields.js';
import {isBody, isMethod, isToken, parseHeaders, parseUrl} from '../request-fields.js';

/** What a guest wants, `null` where that makes no sense, and how it is answered. */
export type Wanted =
  | {readonly kind: 'request'; readonly request: ScriptRequest | null; readonly port: MessagePort}
  | {readonly kind: 'socket'; readonly socket: ScriptSocket | null; readonly port: MessagePort};

/** Longest text believed, in characters. */
const LONGEST_INTEGRITY = 10_000;

/** Most subprotocols believed. */
const MOST_PROTOCOLS = 500;

const MODES = ['cors', 'no-cors', 'same-origin'] as const;
const CREDENTIALS = ['same-origin', 'include', 'omit'] as const;
const REDIRECTS = ['follow', 'manual', 'error'] as const;
const CACHES = [
  'default',
  'no-store',
  'reload',
  'no-cache',
  'force-cache',
  'only-if-cached',
] as const;
const DESTINATIONS: readonly ScriptDestination[] = [
  'empty',
  'audio',
  'embed',
  'font',
  'iframe',
  'image',
  'object',
  'script',
  'style',
  'track',
  'video',
];

/** Reads a message of the guest; `null` where it is none of the network's. */
export function parseWanted(data: unknown): Wanted | null {
  if (!isFields(data)) return null;
  const {kind, port, request, socket} = data;
  if (!(port instanceof MessagePort)) return null;
  if (kind === 'request') return {kind, request: parseRequest(request), port};
  return kind === 'socket' ? {kind, socket: parseSocket(socket), port} : null;
}

function parseRequest(data: unknown): ScriptRequest | null {
  if (!isFields(data)) return null;
  const {method, body, integrity, keepalive} = data;
  const url = parseUrlOf(SITE_ORIGIN, data['url']);
  const headers = parseHeaders(data['headers']);
  if (url === null || headers === null || !isMethod(method) || !isBody(body)) return null;
  return {
    method,
    url,
    headers,
    body,
    referrer: parseUrlOf(SITE_ORIGIN, data['referrer']),
    mode: oneOf(MODES, data['mode']),
    destination: oneOf(DESTINATIONS, data['destination']),
    credentials: oneOf(CREDENTIALS, data['credentials']),
    redirect: oneOf(REDIRECTS, data['redirect']),
    cache: oneOf(CACHES, data['cache']),
    integrity: isText(integrity) ? integrity.slice(0, LONGEST_INTEGRITY) : '',
    keepalive: keepalive === true,
  };
}

function parseSocket(data: unknown): ScriptSocket | null {
  if (!isFields(data)) return null;
  const {protocols} = data;
  const url = parseUrlOf(SITE_ORIGIN.replace('http:', 'ws:'), data['url']);
  if (url === null || !Array.isArray(protocols) || protocols.length > MOST_PROTOCOLS) return null;
  return protocols.every(isToken) ? {url, protocols: [...protocols]} : null;
}

function parseUrlOf(origin: string, data: unknown): string | null {
  const url = parseUrl(data);
  return url?.origin === origin && url.username === '' && url.password === '' ? url.href : null;
}

/** The first where it is none of them. */
function oneOf<Word extends string>(words: readonly Word[], data: Fields[string]): Word {
  return words.find(word => word === data) ?? (words[0] as Word);
}
