import {type NavigationStart, START_NAVIGATION} from '../../../protocol/frame-navigation.js';
import {say} from '../host.js';
import {askToTraverse, reload, watchMoves} from '../moves.js';
import {defineHandlers} from '../network/handlers.js';
import type {StartNavigation} from '../navigation/start.js';
import {
  currentPlace,
  currentUrl,
  enter,
  isOnSite,
  resolve,
  scrollBack,
  scrollAnew,
} from '../place.js';
import {go} from './location.js';
import {runPart} from './run-part.js';

/**
 * Puts the site's history in the place of the browser's own, which does nothing in a document
 * without an origin. A browser that has none is not given one.
 */
export function installNavigation(known: NavigationStart | undefined): void {
  const isThere = 'navigation' in window;
  Reflect.deleteProperty(window, 'navigation');
  if (!isThere || !known) return;
  const start = runPart(known.script, START_NAVIGATION) as StartNavigation | undefined;
  if (!start) return;
  const means = {
    defineHandlers,
    currentPlace,
    resolve,
    isOnSite,
    go,
    enter,
    reload: () => reload(currentUrl()),
    traverse: askToTraverse,
    keep: (kept: unknown) => say({kind: 'kept', kept}),
    scrollBack,
    scrollAnew,
  };
  watchMoves(start(known, means));
}
