import {SITE_ORIGIN} from './http.js';

/**
 * What a request to the site says that it comes from. Policies other than these tell the site the
 * whole address of its own pages (Referrer Policy, "determine request's Referrer").
 *
 * @param policy Its referrer policy, one word; `''` for none.
 * @param from Absolute URL, or `null` where nothing is said.
 */
export function referrerUnder(policy: string, from: string | null): string | null {
  const word = policy.trim().toLowerCase();
  if (from === null || word === 'no-referrer') return null;
  return word === 'origin' || word === 'strict-origin' ? `${SITE_ORIGIN}/` : from;
}
