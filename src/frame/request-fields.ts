/** What guests send of requests, checked. */
import {isText} from './fields.js';

/** Longest address believed, in characters. */
const LONGEST_URL = 2 * 1024 * 1024;

/** Largest body believed, in bytes. */
const LARGEST_BODY = 50 * 1024 * 1024;

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

export function isBody(data: unknown): data is Uint8Array<ArrayBuffer> {
  return (
    data instanceof Uint8Array && data.buffer instanceof ArrayBuffer && data.length <= LARGEST_BODY
  );
}
