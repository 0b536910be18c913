import type {GuestDocument} from '../../protocol/frame.js';
import {SITE_ORIGIN} from '../../protocol/http.js';
import {say} from './host.js';
import {URL, baseUri} from './natives.js';

type Place = Omit<GuestDocument, 'html'>;

/** Where the document lies and where in it the reader was. */
let place: Place = {url: ''};

/** Address of the document as the browser knows it, to jump within it. */
const [HERE = ''] = document.URL.split('#', 1);

/** Takes note of where the document lies. */
export function startAt({url, position}: Place): void {
  place = {url, ...(position && {position})};
}

/** The document's address on the site, fragment included. */
export function currentUrl(): string {
  return place.url;
}

/** Scrolls where the reader was before, or to the fragment. */
export function restoreScroll(): void {
  // Somebody who has begun to read stays where they are.
  if (scrollX !== 0 || scrollY !== 0) return;
  const {position, url} = place;
  if (position) scrollTo({left: position.x, top: position.y, behavior: 'instant'});
  else if (url.includes('#')) jump(url.slice(url.indexOf('#')));
}

/** Tells the host of a jump within the document. */
export function onHashChange(event: Event): void {
  const [fragment = '#'] = /#.*/s.exec((event as HashChangeEvent).newURL) ?? [];
  const url = withoutFragment(place.url) + fragment;
  // The first jump of all leads where the host knows the document to be.
  if (url === place.url) return;
  place = {url};
  say({kind: 'fragment', url});
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

/**
 * Jumps as the browser does, with `:target`, focus and `hashchange`, but without an entry in the
 * history of the page around the frame.
 *
 * @param fragment With its `#`; `''` is the document's top.
 */
export function jump(fragment: string): void {
  location.replace(`${HERE}${fragment || '#'}`);
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
