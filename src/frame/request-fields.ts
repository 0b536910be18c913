/** What guests send of requests, checked. */
import type {HeaderPairs} from '../protocol/http.js';
import {isText} from './fields.js';

/** Longest texts believed, in characters. */
const LONGEST_URL = 2 * 1024 * 1024;
const LONGEST_HEADERS = 256 * 1024;

/** Most headers believed. */
const MOST_PAIRS = 500;

/** Largest body believed, in bytes. */
const LARGEST_BODY = 50 * 1024 * 1024;

/** No line ends, and nothing that is not a byte. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const HEADER_VALUE = /^[\u0001-\u0009\u000b\u000c\u000e-\u00ff]*$/;

const TOKEN = /^[!#$%&'*+.^`|~\w-]{1,1000}$/;

/** What no browser lets a script say. */
const FORBIDDEN_METHOD = /^(?:connect|trace|track)$/i;

export function parseUrl(data: unknown): URL | null {
  if (!isText(data) || data.length > LONGEST_URL || !URL.canParse(data)) return null;
  return new URL(data);
}

/** A name of a method, a header or a protocol. */
export function isToken(data: unknown): data is string {
  return isText(data) && TOKEN.test(data);
}

export function isMethod(data: unknown): data is string {
  return isToken(data) && !FORBIDDEN_METHOD.test(data);
}

export function parseHeaders(data: unknown): HeaderPairs | null {
  if (!Array.isArray(data) || data.length > MOST_PAIRS) return null;
  const pairs: [string, string][] = [];
  let length = 0;
  for (const pair of data as unknown[]) {
    if (!Array.isArray(pair)) return null;
    const [name, value] = pair as unknown[];
    if (!isToken(name) || !isText(value) || !HEADER_VALUE.test(value)) return null;
    length += name.length + value.length;
    pairs.push([name, value]);
  }
  return length > LONGEST_HEADERS ? null : pairs;
}

export function isBody(data: unknown): data is Uint8Array<ArrayBuffer> {
  return (
    data instanceof Uint8Array && data.buffer instanceof ArrayBuffer && data.length <= LARGEST_BODY
  );
}
