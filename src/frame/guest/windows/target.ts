import {getAttribute} from '../natives.js';
import {type Target, targetNamed} from './known.js';

/**
 * The window that a link or form leads to; `undefined` where it is this one.
 *
 * @param name Its `target`; `null` leaves it to the document's `<base>`.
 * @param rel The words of its `rel`.
 */
export function targetOf(name: string | null, rel: readonly string[]): Target | undefined {
  const base = document.querySelector('base[target]');
  const word = name ?? (base && getAttribute(base, 'target')) ?? '';
  const isNew = word.toLowerCase() === '_blank';
  const isClosedOff = rel.includes('noopener') || rel.includes('noreferrer');
  return targetNamed(word, isNew ? rel.includes('opener') : !isClosedOff);
}
