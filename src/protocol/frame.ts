/**
 * What the output frame's guest script and its host say to each other over a `MessagePort`.
 * The guest shares its document with the reader's own scripts, so the host believes nothing it
 * says beyond "a person at this site did this": a guest can only ask for the site's own pages.
 */
import type {HeaderPairs} from './http.js';

/** A navigation asked for by a click, a form or the address line. */
export interface Navigation {
  /** Upper case. */
  readonly method: string;
  /** Absolute URL, fragment included. */
  readonly url: string;
  /** `Content-Type` where there is a body. */
  readonly headers: HeaderPairs;
  readonly body: Uint8Array<ArrayBuffer>;
  /** URL of the document it was asked from, for `Referer`; `null` from the address line. */
  readonly referrer: string | null;
  /** Save under this name instead of showing; `''` leaves the name to the response. */
  readonly download?: string;
}

/** Guest to host. */
export type GuestMessage =
  | {readonly kind: 'navigate'; readonly navigation: Navigation}
  /** An address outside the site, to be opened in a new tab. */
  | {readonly kind: 'external'; readonly url: string}
  /** A jump within the document; the host keeps it in its history. */
  | {readonly kind: 'fragment'; readonly url: string}
  | {readonly kind: 'title'; readonly title: string}
  /** The Escape key, which the host may use to leave the frame. */
  | {readonly kind: 'escape'};

/** Host to guest. */
export type HostMessage =
  {readonly kind: 'scroll'; readonly fragment: string} | {readonly kind: 'focus'};
