import {
  AbortController,
  WeakSet,
  abort,
  addEventListener,
  composedPath,
  defineProperty,
  isDefaultPrevented,
  isPropagationStopped,
  preventDefault,
  setTimeout,
  stopImmediatePropagation,
} from './natives.js';

/** Events that are being seen to: one comes by the window and by each shadow root. */
const seen = new WeakSet<Event>();

/**
 * Acts on an event where the browser would: after every handler of the site, unless one of them
 * prevented it.
 *
 * Called from the first listener of all, it puts a listener behind those that are there, on every
 * node the event will come by. The last of them to be reached acts: the one at the end of the
 * path, or one on the node where a handler stopped the event.
 *
 * @param act Says whether it did something, so that the browser does not.
 */
export function afterHandlers(event: Event, act: () => boolean): void {
  if (seen.has(event)) return;
  seen.add(event);
  const path = composedPath(event);
  // Where an event ends that a script made and that does not bubble.
  const end = event.bubbles ? path[path.length - 1] : path[0];
  const listening = new AbortController();
  const {signal} = listening;

  function decide(): void {
    abort(listening);
    if (!isDefaultPrevented(event) && act()) preventDefault(event);
  }
  // Other events, which handlers dispatch meanwhile, come by the same nodes.
  function atNode(current: Event): void {
    if (current === event && isPropagationStopped(event)) decide();
  }
  function atEnd(current: Event): void {
    if (current === event) decide();
  }

  for (const node of path) {
    addEventListener(node, event.type, atNode, {signal, capture: true});
    addEventListener(node, event.type, node === end ? atEnd : atNode, {signal});
  }
  watchImmediateStop(event, () => {
    abort(listening);
    return act();
  });
}

/**
 * After `stopImmediatePropagation()` no listener is reached any more, though the handler that
 * called it may still prevent the event. So the browser is kept out of it at once, and what the
 * handler says is listened to until it has returned.
 */
function watchImmediateStop(event: Event, act: () => void): void {
  function stop(): void {
    stopImmediatePropagation(event);
    if (isDefaultPrevented(event)) return;
    let isPrevented = false;
    const prevent = () => (isPrevented = true);
    preventDefault(event);
    defineProperty(event, 'preventDefault', {value: prevent});
    defineProperty(event, 'returnValue', {get: () => !isPrevented, set: prevent});
    defineProperty(event, 'defaultPrevented', {get: () => isPrevented});
    setTimeout(() => {
      if (!isPrevented) act();
    }, 0);
  }
  defineProperty(event, 'stopImmediatePropagation', {value: stop});
}
