import {afterHandlers} from './after-handlers.js';
import {
  addEventListener,
  composedPath,
  getAttribute,
  hasAttribute,
  isConnected,
  isContentEditable,
  localName,
  removeAttribute,
  setAttribute,
} from './natives.js';
import {follow} from './navigate.js';
import {resolve} from './place.js';
import {targetOf} from './windows/target.js';

/** A `click`, or the `auxclick` of the middle button. */
export function onClick(event: Event): void {
  if (event.type === 'auxclick' && (event as MouseEvent).button !== 1) return;
  const link = composedPath(event).find(isLink);
  if (!link) return;
  afterHandlers(event, () => {
    const isDone = followLink(link, event as MouseEvent);
    if (isDone && !event.cancelable) hold(link);
    return isDone;
  });
}

/**
 * A link outside of the document can be clicked by a script, and leads somewhere all the same; but
 * its event comes by no window.
 */
export function watchDetachedLinks(): void {
  const {click} = HTMLElement.prototype;
  HTMLElement.prototype.click = function (): void {
    if (isLink(this) && !isConnected(this)) {
      addEventListener(this, 'click', onClick, {once: true, capture: true});
    }
    click.call(this);
  };
}

function followLink(link: Element, event: MouseEvent): boolean {
  const url = urlOf(link);
  // A browser goes nowhere from an address that is none.
  if (url === null) return true;
  const rel = (getAttribute(link, 'rel') ?? '').toLowerCase().split(/\s+/);
  const download = getAttribute(link, 'download');
  return follow(url, {
    download,
    cause: {element: link, isUsers: event.isTrusted, download},
    noReferrer:
      rel.includes('noreferrer') || getAttribute(link, 'referrerpolicy') === 'no-referrer',
    target: wantsOther(event)
      ? {name: '', hasOpener: false}
      : targetOf(getAttribute(link, 'target'), rel),
  });
}

/** Where a link leads; `null` where its address is none. */
export function urlOf(link: Element): URL | null {
  return resolve(getAttribute(link, 'href') ?? getAttribute(link, 'xlink:href') ?? '');
}

/** For a moment a link to nowhere: a script's click may be one that cannot be prevented. */
function hold(link: Element): void {
  const href = getAttribute(link, 'href');
  if (href === null) return;
  removeAttribute(link, 'href');
  queueMicrotask(() => setAttribute(link, 'href', href));
}

/** Whether the reader asks for another window, with the keys and buttons that browsers have for it. */
function wantsOther({ctrlKey, metaKey, shiftKey, button}: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || button === 1;
}

/** Whether something is a link that a click follows. */
export function isLink(target: EventTarget): target is Element {
  if (!(target instanceof Element) || !['a', 'area'].includes(localName(target))) return false;
  // In text that is being edited a click sets the cursor.
  if (target instanceof HTMLElement && isContentEditable(target)) return false;
  return hasAttribute(target, 'href') || hasAttribute(target, 'xlink:href');
}
