import {NESTED_SRC, NESTED_SRCDOC} from '../../../protocol/frame-nested.js';
import {addEventListener, isConnected, localName, stopImmediatePropagation} from '../natives.js';
import {fillFrame, onFrameMessage} from './frames.js';
import {forget, keep, lateOf, pendingOf} from './lates.js';
import {getNative, hasNative} from './natives.js';
import {settle} from './settle.js';
import {HOLDERS, SLOT_NAMES, namesSite, slotsOf} from './slots.js';
import {fillDeclarations, fillStyleElement} from './styles.js';

/** Gets what comes into a tree, by whatever way, from now on. */
export function observe(root: Document | ShadowRoot): void {
  new MutationObserver(onMutations).observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['style', ...SLOT_NAMES],
  });
}

/** Has guests in frames of the document speak to this one, where they are to be seen. */
export function listenForFrames(): void {
  addEventListener(window, 'message', onFrameMessage, {capture: true});
}

/**
 * Keeps to itself what the browser says of an element whose file is on its way: where it came with
 * markup, the browser has tried already.
 */
export function listenForAttempts(target: EventTarget): void {
  addEventListener(target, 'load', onAttempt, {capture: true});
  addEventListener(target, 'error', onAttempt, {capture: true});
}

function onAttempt(event: Event): void {
  const {target} = event;
  if (event.isTrusted && target instanceof Element && isAttempt(target)) {
    stopImmediatePropagation(event);
  }
}

function isAttempt(target: Element): boolean {
  return (
    pendingOf(target) !== undefined ||
    hasNative(target, NESTED_SRC) ||
    hasNative(target, NESTED_SRCDOC)
  );
}

function onMutations(records: readonly MutationRecord[]): void {
  const added = new Set<Node>();
  for (const {type, target, addedNodes} of records) {
    if (type === 'attributes') fill(target as Element);
    // It has its text as a child.
    else if (target instanceof HTMLStyleElement) fill(target);
    else for (const node of addedNodes) added.add(node);
  }
  for (const node of added) {
    // Whoever is within something else that was added is met there.
    if (!(node instanceof Element) || added.has(node.parentNode as Node)) continue;
    if (!isConnected(node)) continue;
    if (node.matches(HOLDERS)) fill(node);
    for (const element of node.querySelectorAll(HOLDERS)) fill(element);
  }
}

/** Gets all that an element names. */
function fill(element: Element): void {
  if (element instanceof HTMLIFrameElement) return fillFrame(element);
  for (const name of Object.keys(slotsOf(element) ?? {})) fillAttribute(element, name);
  if (element instanceof HTMLStyleElement) fillStyleElement(element);
  if (element instanceof HTMLElement || element instanceof SVGElement) {
    fillDeclarations(element.style);
  }
}

function fillAttribute(element: Element, name: string): void {
  const late = lateOf(element, name);
  if (late?.state === 'waiting') return void settle(element, name, late);
  const native = getNative(element, name);
  if (native === null || native === late?.given || native === late?.written) return;
  if (late && !namesSite(name, native)) forgetReplaced(element, name, native);
  // Scripts that came by markup do not run.
  if (localName(element) === 'script' || !namesSite(name, native)) return;
  void settle(element, name, keep(element, name, native));
}

/** Something else was set by a way that nobody watches. */
function forgetReplaced(element: Element, name: string, native: string): void {
  if (native !== 'data:,') forget(element, name);
}
