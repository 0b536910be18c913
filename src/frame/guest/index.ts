/**
 * The guest: the script that runs in the output's document before any other and makes of clicks
 * and forms what a browser would, only that the host does the asking.
 */
import type {GuestStart, HostMessage} from '../../protocol/frame.js';
import {onSubmit, watchScriptSubmits} from './forms.js';
import {readHead} from './head.js';
import {connect, say} from './host.js';
import {onClick, watchDetachedLinks} from './links.js';
import {JSON, addEventListener, defineProperty} from './natives.js';
import {jump, onHashChange, restoreScroll, startAt} from './place.js';
import {onScroll} from './scroll.js';
import {watchShadowRoots} from './shadow-roots.js';

function start(config: GuestStart): void {
  startAt(config);
  listen();
  watchDocumentOpen();
  watchScriptSubmits();
  watchDetachedLinks();
  watchShadowRoots(listenForClicks);
}

/** Puts listeners where they come first; where they are already, nothing changes. */
function listen(): void {
  listenForClicks(window);
  addEventListener(document, 'DOMContentLoaded', onParsed, {});
  addEventListener(window, 'load', onLoad, {});
  addEventListener(window, 'hashchange', onHashChange, {});
  addEventListener(document, 'scroll', onScroll, {passive: true});
  addEventListener(window, 'keydown', onKey, {});
  addEventListener(window, 'pagehide', onLeave, {});
}

function listenForClicks(target: EventTarget): void {
  addEventListener(target, 'click', onClick, {capture: true});
  addEventListener(target, 'auxclick', onClick, {capture: true});
  addEventListener(target, 'submit', onSubmit, {capture: true});
}

/** `document.open()`, and so writing to a document that is complete, removes every listener. */
function watchDocumentOpen(): void {
  for (const name of ['open', 'write', 'writeln'] as const) {
    const native = Document.prototype[name] as (...args: unknown[]) => unknown;
    function value(this: Document, ...args: unknown[]): unknown {
      const result = native.apply(this, args);
      listen();
      return result;
    }
    defineProperty(Document.prototype, name, {value});
  }
}

/** Chromium lays out a frame that is not seen yet when it likes; what is painted next is laid out. */
function onLoad(): void {
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
  if (message.kind === 'scroll') jump(message.fragment);
  else requestAnimationFrame(focusFirst);
}

/**
 * Does what a browser does with a new page, but not in a frame of another origin. Called when the
 * document is laid out: what is not cannot have the focus.
 */
function focusFirst(): void {
  if (document.activeElement === document.body) {
    document.querySelector<HTMLElement>('[autofocus]')?.focus();
  }
}

// Nothing of the guest stays to be seen, and the frame's name is the site's to use.
document.currentScript?.remove();
const config = window.name;
window.name = '';
connect(onHostMessage);
// After a reload by a script there is no name; the host makes a new frame.
if (config !== '') start(JSON.parse(config) as GuestStart);
