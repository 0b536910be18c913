/**
 * The guest: the script that is in the output's frame before any other. It writes the document that
 * the host gives it, and makes of clicks and forms what a browser would, only that the host does
 * the asking.
 */
import {GUEST_RENEWS} from '../../protocol/frame-nested.js';
import type {GuestDocument, HostMessage} from '../../protocol/frame.js';
import {watchDocumentOpen} from './document-open.js';
import {onSubmit, watchScriptSubmits} from './forms.js';
import {readHead} from './head.js';
import {connect, say} from './host.js';
import {
  keepFromNetwork,
  listenForAttempts,
  listenForFrames,
  observe,
  watchLate,
} from './late/index.js';
import {offerMenus, onContextMenu} from './link-menu.js';
import {onClick, watchDetachedLinks} from './links.js';
import {writeMarkup} from './markup.js';
import {addEventListener, stopImmediatePropagation} from './natives.js';
import {installNetwork} from './network/index.js';
import {onMoved, restoreScroll, startAt} from './place.js';
import {onScroll} from './scroll.js';
import {watchShadowRoots} from './shadow-roots.js';
import {installState, listenForHandlers, onStateNotice} from './state/index.js';
import {know} from './windows/known.js';
import {watchWindows} from './windows/open.js';
import {onTold} from './windows/told.js';

/**
 * Makes the frame's empty document the one that is to be shown. Written, it is parsed as one that
 * comes from a server is, in a frame that did not have to be waited for.
 */
function open(shown: GuestDocument): void {
  startAt(shown, shown.state);
  installState(shown.state);
  installNetwork();
  keepFromNetwork(shown.html);
  // Takes away every listener there is, so the rest comes after it.
  document.open();
  listen();
  watchDocumentOpen(listen);
  watchScriptSubmits();
  watchDetachedLinks();
  watchShadowRoots(onShadowRoot);
  watchLate();
  watchWindows(shown.window);
  if (shown.hasMenus) offerMenus();
  void writeMarkup(shown.html);
}

/** Puts listeners where they come first; where they are already, nothing changes. */
function listen(): void {
  listenForClicks(window);
  listenForAttempts(window);
  // A `load` never gets to the window.
  listenForAttempts(document);
  listenForFrames();
  listenForHandlers();
  addEventListener(document, 'DOMContentLoaded', onParsed, {});
  addEventListener(window, 'load', onLoad, {});
  addEventListener(window, 'hashchange', onMoved, {capture: true});
  addEventListener(window, 'popstate', onMoved, {capture: true});
  addEventListener(document, 'scroll', onScroll, {passive: true});
  addEventListener(window, 'keydown', onKey, {});
  addEventListener(window, 'focusin', onFocus, {});
  addEventListener(window, 'pagehide', onLeave, {});
  // Nobody who leaves the page around the frame is to be asked about this document.
  addEventListener(window, 'beforeunload', stopImmediatePropagation, {capture: true});
}

function listenForClicks(target: EventTarget): void {
  addEventListener(target, 'click', onClick, {capture: true});
  addEventListener(target, 'auxclick', onClick, {capture: true});
  addEventListener(target, 'contextmenu', onContextMenu, {capture: true});
  addEventListener(target, 'submit', onSubmit, {capture: true});
}

function onShadowRoot(root: ShadowRoot): void {
  listenForClicks(root);
  listenForAttempts(root);
  observe(root);
}

/** Chromium lays out a frame that is not seen yet when it likes; what is painted next is laid out. */
function onLoad(): void {
  say({kind: 'loaded'});
  restoreScroll();
  requestAnimationFrame(restoreScroll);
}

function onParsed(): void {
  restoreScroll();
  readHead();
}

function onKey(event: Event): void {
  const isFree = !event.defaultPrevented && document.querySelector('dialog[open]') === null;
  if ((event as KeyboardEvent).key === 'Escape' && isFree) say({kind: 'escape'});
}

function onLeave(): void {
  say({kind: 'leaving'});
}

function onHostMessage(message: HostMessage): void {
  switch (message.kind) {
    case 'document':
      open(message.document);
      break;
    case 'entered':
    case 'cookies':
    case 'stored':
      onStateNotice(message);
      break;
    case 'told':
      onTold(message);
      break;
    case 'closed':
      know(message.window).closed = true;
      break;
    case 'renew':
      // The guest around this one should not take it for the site's doing.
      parent.postMessage(GUEST_RENEWS, '*');
      location.reload();
      break;
    case 'focus':
      focusFirst();
      // What is not laid out yet cannot have the focus.
      requestAnimationFrame(focusFirst);
  }
}

/** What has the focus, or had it last: a frame that cannot be used for a while loses it. */
let focused: Element | null = null;

function onFocus({target}: Event): void {
  if (target instanceof Element) focused = target;
}

/** Does what a browser does with a page that is new, or is returned to. */
function focusFirst(): void {
  if (document.activeElement !== document.body) return;
  const target = focused?.isConnected ? focused : document.querySelector('[autofocus]');
  (target as HTMLElement | null)?.focus();
}

// The document that is written may have a load of its own, and this one's must not be taken for it.
addEventListener(window, 'load', () => connect(onHostMessage), {once: true});
