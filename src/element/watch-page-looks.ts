/** When a page around an element looks different. */

import {forgetPageLooks} from './page-looks.js';

type Listener = () => void;

const listeners = new Set<Listener>();
let stopWatching: (() => void) | undefined;

/**
 * Calls a function whenever the page may look different: its root or body got other attributes, as
 * a switch for dark pages sets them, a change of its colours has faded in, or the system changed.
 *
 * @returns What ends it.
 */
export function watchPageLooks(listener: Listener): () => void {
  listeners.add(listener);
  stopWatching ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = undefined;
  };
}

function tell(): void {
  forgetPageLooks();
  for (const listener of listeners) listener();
}

function watch(): () => void {
  const {documentElement, body} = document;
  const abort = new AbortController();
  const {signal} = abort;
  const observer = new MutationObserver(tell);
  for (const element of [documentElement, body]) observer.observe(element, {attributes: true});
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell, {signal});
  const onFaded = ({target, propertyName}: TransitionEvent): void => {
    if (propertyName === 'color' && (target === documentElement || target === body)) tell();
  };
  document.addEventListener('transitionend', onFaded, {signal});
  return () => {
    observer.disconnect();
    abort.abort();
  };
}
