/**
 * What scripts name once the document is there: images, stylesheets, scripts, films. The browser
 * would ask the network for it, where the site is not; here it is asked of the site, and the
 * browser gets a `blob:` URL, while scripts read what they have written.
 */
import {observe} from './observe.js';
import {watchProperties} from './properties.js';
import {watchSheets} from './styles.js';
import {watchWorkers} from './workers.js';
import {watchFragments} from './fragments.js';
import {watchImports} from './modules.js';

export {showInFrame} from './frames.js';
export {listenForAttempts, listenForFrames, observe} from './observe.js';
export {keepFromNetwork} from './policy.js';

/** Watches a document that is about to be written. */
export function watchLate(): void {
  watchProperties();
  watchSheets();
  watchFragments();
  watchImports();
  watchWorkers();
  observe(document);
}
