import {say} from './host.js';
import {setTimeout} from './natives.js';

/** Milliseconds between two reports of a scroll. */
const PAUSE = 100;

let isPausing = false;

/** Reports where the reader has scrolled to, now and then. */
export function onScroll(): void {
  if (isPausing) return;
  isPausing = true;
  setTimeout(reportScroll, PAUSE);
}

/** Reports it at once, where it has not been told yet. */
export function reportScroll(): void {
  if (!isPausing) return;
  isPausing = false;
  say({kind: 'scrolled', position: {x: scrollX, y: scrollY}});
}
