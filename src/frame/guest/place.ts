import type {GuestDocument} from '../../protocol/frame.js';
import {
  type DocumentEntry,
  type DocumentState,
  type HistoryPlace,
  OWN_BASE,
} from '../../protocol/frame-state.js';
import {SITE_ORIGIN} from '../../protocol/http.js';
import {say} from './host.js';
import {
  HashChangeEvent,
  PopStateEvent,
  URL,
  baseUri,
  dispatchEvent,
  setTimeout,
  stopImmediatePropagation,
} from './natives.js';
import {type Cause, moves} from './moves.js';
import {reportScroll} from './scroll.js';

/** Most entries that a history has. */
const CAPACITY = 50;

/** Where the document lies, where in it the reader was, and what its scripts keep with it. */
let place: HistoryPlace = {url: '', state: null, index: 0, length: 1, isManual: false};

/** The place at first, as long as the document has not left it. */
let first: HistoryPlace | null = null;

/** The fragment of the frame's own address, as far as the guest knows. */
let frameFragment = fragmentOf(document.URL);

/** Address of the document as the browser knows it, to jump within it. */
const [HERE = ''] = document.URL.split('#', 1);

/** Takes note of where the document lies. */
export function startAt({url, position}: GuestDocument, known?: DocumentState): void {
  place = {...(known?.place ?? place), url, position};
  first = place;
}

/** Where the document lies in the session history. */
export function currentPlace(): HistoryPlace {
  return place;
}

/** The document's address on the site, fragment included. */
export function currentUrl(): string {
  return place.url;
}

/** Scrolls where the reader was before, or to the fragment. */
export function restoreScroll(): void {
  // Somebody who has begun to read stays where they are.
  if (scrollX !== 0 || scrollY !== 0 || !first || first.isManual) return;
  const {position, url} = first;
  if (position) scrollTo({left: position.x, top: position.y, behavior: 'instant'});
  else if (url.includes('#')) scrollToFragment(url);
}

/**
 * Gives the document another address or state, as an entry of the history of its own or in the
 * place of the current one.
 */
export function enter(entry: DocumentEntry, replaces: boolean): void {
  reportScroll();
  const {index, length, isManual} = place;
  const added = replaces ? {index, length} : {index: index + 1, length: index + 2};
  first = null;
  place = {...entry, ...(added.length > CAPACITY ? {index, length} : added), isManual};
  moveBase();
  moves.enter(entry, replaces, known => say({kind: 'entry', entry: known, replaces}));
}

/** Sets whether scripts restore the scroll position of this entry themselves. */
export function setRestoration(isManual: boolean): void {
  place = {...place, isManual};
  say({kind: 'restoration', isManual});
}

/** The reader or a script has come to another entry of this document. */
export function arrive(there: HistoryPlace): void {
  const {url} = place;
  const {position} = there;
  function come(): void {
    first = null;
    place = there;
    moveBase();
  }
  moves.arrive(there, come, scrolls => {
    const isElsewhere = fragmentOf(url) !== fragmentOf(there.url) || !position;
    if (scrolls && isElsewhere) scrollToFragment(there.url);
    announce(url);
    if (scrolls && position && !there.isManual) scrollBack(there);
  });
}

/** Scrolls where the reader was, or as for an address that is new to this document. */
export function scrollBack({position, url}: HistoryPlace = place): void {
  if (position) scrollTo({left: position.x, top: position.y, behavior: 'instant'});
  else scrollAnew(url);
}

/**
 * Jumps as the browser does, with `:target`, focus and `hashchange`.
 *
 * @param url Of this very document, with the fragment.
 */
export function jump(url: string, replaces = false, cause?: Cause): void {
  const before = place.url;
  const kind = replaces || url === before ? 'replace' : 'push';
  if (!moves.allow({kind, url, isWithin: true, cause})) return;
  enter({url, state: null}, kind === 'replace');
  scrollToFragment(url);
  if (url !== before) announce(before);
}

/**
 * The browser's own `hashchange` and `popstate` have the frame's address in them, and no state.
 * They may be of a jump that a script made by itself.
 */
export function onMoved(event: Event): void {
  if (!event.isTrusted) return;
  stopImmediatePropagation(event);
  const fragment = fragmentOf(location.href);
  if (event.type !== 'hashchange' || fragment === frameFragment) return;
  frameFragment = fragment;
  const {url} = place;
  enter({url: `${withoutFragment(url)}#${fragment}`, state: null}, false);
  announce(url);
}

/** Tells the site's scripts that the document has another address than before. */
function announce(before: string): void {
  const {url, state} = place;
  dispatchEvent(window, new PopStateEvent('popstate', {state}));
  if (fragmentOf(before) === fragmentOf(url)) return;
  const event = new HashChangeEvent('hashchange', {oldURL: before, newURL: url});
  setTimeout(() => dispatchEvent(window, event), 0);
}

/** Scrolls as for an address that is new to this document. */
export function scrollAnew(url: string): void {
  if (url.includes('#')) scrollToFragment(url);
  else scrollTo({left: 0, top: 0, behavior: 'instant'});
}

/** Without an entry in the history of the page around the frame. */
function scrollToFragment(url: string): void {
  frameFragment = fragmentOf(url);
  location.replace(`${HERE}#${frameFragment}`);
}

/** What is relative in the document is so to its address, unless the page says otherwise. */
export function moveBase(): void {
  document.querySelector(`base[${OWN_BASE}]`)?.setAttribute('href', place.url);
}

/** Makes an address of the markup absolute; `null` where it is none. */
export function resolve(address: string): URL | null {
  try {
    return new URL(address, base());
  } catch {
    return null;
  }
}

/** A script that writes the document anew may have taken away what said where it lies. */
export function base(): string {
  return document.querySelector('base[href]') ? baseUri(document) : place.url;
}

export function isOnSite(url: URL): boolean {
  return url.origin === SITE_ORIGIN;
}

/** Whether a URL names a place in this very document. */
export function isWithinDocument(url: URL): boolean {
  return url.href.includes('#') && withoutFragment(url.href) === withoutFragment(place.url);
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}

/** Without its `#`; `''` is the document's top. */
function fragmentOf(url: string): string {
  return url.slice(withoutFragment(url).length + 1);
}
