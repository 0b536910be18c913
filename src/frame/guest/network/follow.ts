import type {Elsewhere} from './exchange.js';
import {natives} from './natives.js';

/** Asks the site that a request was redirected to, without what was meant for the first. */
export function follow(
  {elsewhere}: Elsewhere,
  method: string,
  signal: AbortSignal,
): Promise<Response> {
  return natives.fetch.call(window, elsewhere, {
    method: method === 'HEAD' ? method : 'GET',
    credentials: 'omit',
    signal,
  });
}
