/** What a guest says of its history and of what its visitor keeps, checked. */
import {parseCacheChange} from './cache-messages.js';
import type {DatabaseDump, StateMessage, StorageChange} from '../protocol/frame-state.js';
import type {EntryNames} from '../protocol/frame-navigation.js';
import {SITE_ORIGIN} from '../protocol/http.js';
import {isFields, isText} from './fields.js';

/** Longest texts believed, in characters. */
const LONGEST_URL = 2 * 1024 * 1024;
const LONGEST_COOKIE = 10_000;
const LONGEST_NAME = 1000;
const LONGEST_ITEM = 5 * 1024 * 1024;

/** Farthest way through the history. */
const FARTHEST = 50;

/** Reads a message of that kind; `null` where it is none. */
export function parseStateMessage(data: unknown): StateMessage | null {
  if (!isFields(data)) return null;
  const {kind} = data;
  switch (kind) {
    case 'entry': {
      const {entry, replaces} = data;
      const url = isFields(entry) ? parseUrl(entry['url']) : null;
      if (url === null || !isFields(entry)) return null;
      const names = parseNames(entry['names']);
      const {state, kept} = entry;
      return {kind, entry: {url, state, ...(names && {names, kept})}, replaces: replaces === true};
    }
    case 'traverse': {
      const delta = Number(data['delta']);
      return Number.isInteger(delta) && Math.abs(delta) <= FARTHEST ? {kind, delta} : null;
    }
    case 'kept':
      return {kind, kept: data['kept']};
    case 'restoration':
      return {kind, isManual: data['isManual'] === true};
    case 'cookie': {
      const {text, turn} = data;
      const isCookie = isText(text) && text.length <= LONGEST_COOKIE;
      return isCookie && Number.isSafeInteger(turn) ? {kind, text, turn: Number(turn)} : null;
    }
    case 'storage': {
      const {changes} = data;
      if (!Array.isArray(changes)) return null;
      const parsed = (changes as unknown[]).map(parseChange).filter(change => change !== null);
      return {kind, changes: parsed};
    }
    case 'database': {
      const dump = parseDump(data['dump']);
      return dump && {kind, dump};
    }
    case 'caches': {
      const {changes} = data;
      if (!Array.isArray(changes)) return null;
      const parsed = (changes as unknown[]).map(parseCacheChange);
      return {kind, changes: parsed.filter(change => change !== null)};
    }
    default:
      return null;
  }
}

function parseNames(data: unknown): EntryNames | null {
  if (!isFields(data)) return null;
  const {key, id} = data;
  return isName(key) && isName(id) ? {key, id} : null;
}

function isName(data: unknown): data is string {
  return isText(data) && data.length <= LONGEST_NAME;
}

function parseChange(data: unknown): StorageChange | null {
  if (!isFields(data)) return null;
  const {storage, key, value} = data;
  if (storage !== 'local' && storage !== 'session') return null;
  return isItem(key) && isItem(value) ? {storage, key, value} : null;
}

/** What is in it is the guest's own affair: it comes back to guests only. */
function parseDump(data: unknown): DatabaseDump | null {
  if (!isFields(data)) return null;
  const {name, version, stores} = data;
  if (!isText(name) || name.length > LONGEST_NAME || !Number.isSafeInteger(version)) return null;
  if (!Array.isArray(stores)) return null;
  return {name, version: Number(version), stores: stores as DatabaseDump['stores']};
}

function isItem(data: unknown): data is string | null {
  return data === null || (isText(data) && data.length <= LONGEST_ITEM);
}

function parseUrl(data: unknown): string | null {
  if (!isText(data) || data.length > LONGEST_URL || !URL.canParse(data)) return null;
  const url = new URL(data);
  return url.origin === SITE_ORIGIN ? url.href : null;
}
