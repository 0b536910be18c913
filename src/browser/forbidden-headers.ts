import type {HeaderPairs} from '../protocol/http.js';

/** What a script cannot say (Fetch, "forbidden request-header"). */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** Headers of a request that a script may give. */
export function permittedHeaders(headers: HeaderPairs): HeaderPairs {
  return headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return !FORBIDDEN.has(lower) && !/^(?:proxy|sec)-/.test(lower);
  });
}

/** Headers of a response that a script may see. */
export function visibleHeaders(headers: HeaderPairs): HeaderPairs {
  return headers.filter(([name]) => !/^set-cookie2?$/i.test(name));
}
