import {referrerUnder} from '../../protocol/referrer.js';
import {getAttribute} from './natives.js';
import {currentUrl} from './place.js';

/** What a request says that it comes from: by its own policy, or else the document's. */
export function referrer(policy = '', from = currentUrl()): string | null {
  const meta = policy === '' && [...document.querySelectorAll('meta[name="referrer" i]')].at(-1);
  return referrerUnder((meta ? getAttribute(meta, 'content') : policy) ?? '', from);
}
