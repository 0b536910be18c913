/** What a guest says of caches, checked. What an answer says is its own affair: guests only get it back. */
import type {CacheChange, KeptAnswer} from '../protocol/frame-caches.js';
import {isFields, isText} from './fields.js';
import {isBody, parseHeaders, parseUrl} from './request-fields.js';

/** Longest texts believed, in characters. */
const LONGEST_NAME = 1000;
const LONGEST_ID = 40;

/** Reads what a script has done to caches; `null` where it makes no sense. */
export function parseCacheChange(data: unknown): CacheChange | null {
  if (!isFields(data)) return null;
  const {name, removed, added} = data;
  if (!isText(name) || name.length > LONGEST_NAME || !Array.isArray(added)) return null;
  const answers = (added as unknown[]).map(parseAnswer).filter(answer => answer !== null);
  if (removed === null) return {name, removed, added: []};
  return Array.isArray(removed) && removed.every(isId) ? {name, removed, added: answers} : null;
}

function parseAnswer(data: unknown): KeptAnswer | null {
  if (!isFields(data) || !isFields(data['asked'])) return null;
  const {id, asked, url, type, status, statusText, body} = data;
  const askedUrl = parseUrl(asked['url'])?.href;
  const askedHeaders = parseHeaders(asked['headers']);
  const headers = parseHeaders(data['headers']);
  const hasUrl = url === '' || parseUrl(url) !== null;
  if (!isId(id) || askedUrl === undefined || !hasUrl || !askedHeaders || !headers) return null;
  if (!isName(type) || !isName(statusText) || !Number.isInteger(status)) return null;
  if (body !== null && !isBody(body)) return null;
  return {
    id,
    asked: {url: askedUrl, headers: askedHeaders},
    url: url as string,
    type,
    status: Number(status),
    statusText,
    headers,
    body,
  };
}

function isId(data: unknown): data is string {
  return isText(data) && data.length <= LONGEST_ID;
}

function isName(data: unknown): data is string {
  return isText(data) && data.length <= LONGEST_NAME;
}
