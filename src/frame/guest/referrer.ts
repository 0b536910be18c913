import {SITE_ORIGIN} from '../../protocol/http.js';
import {getAttribute} from './natives.js';
import {currentUrl} from './place.js';

/**
 * What a request says that it comes from: by its own policy, or else the document's. Others than
 * these tell the whole address to the site itself.
 */
export function referrer(policy = '', from = currentUrl()): string | null {
  const meta = policy === '' && [...document.querySelectorAll('meta[name="referrer" i]')].at(-1);
  const word = meta ? getAttribute(meta, 'content')?.trim().toLowerCase() : policy;
  if (word === 'no-referrer') return null;
  return /^(?:strict-)?origin$/.test(word ?? '') ? `${SITE_ORIGIN}/` : from;
}
