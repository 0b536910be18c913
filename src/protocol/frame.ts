/**
 * What the output frame's guest script and its host say to each other over a `MessagePort`.
 * The guest shares its document with the reader's own scripts, so the host believes nothing it
 * says beyond "a person at this site did this": a guest can only ask for the site's own pages.
 */
import type {AssetAsk} from './frame-assets.js';
import type {NestedMessage, RenewMessage} from './frame-nested.js';
import type {DocumentState, StateMessage, StateNotice} from './frame-state.js';
import type {OwnWindow, WantedWindow, WindowAction, WindowId} from './frame-window.js';
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
  /**
   * URL of the document it was asked from, for `Referer`; `null` from the address line and from
   * a link that asks for none.
   */
  readonly referrer: string | null;
  /** Save under this name instead of showing; `''` leaves the name to the response. */
  readonly download?: string;
  /** Take the current entry's place in the history, as a refresh does. */
  readonly replace?: boolean;
  /** What the Navigation API keeps with the entry that it leads to. */
  readonly kept?: unknown;
}

/** How far a document is scrolled, in CSS pixels. */
export interface ScrollPosition {
  readonly x: number;
  readonly y: number;
}

/** A document that the guest writes into its frame. */
export interface GuestDocument {
  /** Its markup, self-contained. */
  readonly html: string;
  /** Its address on the site, fragment included. */
  readonly url: string;
  /** Where to scroll once loaded; without it the fragment decides. */
  readonly position?: ScrollPosition;
  /** What its scripts know from the start. */
  readonly state?: DocumentState | undefined;
  /** The window it is shown in, where that is not the site's first. */
  readonly window?: OwnWindow | undefined;
  /** Whether the host shows menus of links. */
  readonly hasMenus?: boolean;
}

/** The guest's first message, posted to the window above with the port for all others. */
export const GUEST_HELLO = 'django-playground:guest';

/**
 * What a site's `<meta http-equiv="refresh">` is called in the frame, where the guest and not the
 * browser acts on it.
 */
export const REFRESH = 'django-playground-refresh';

/**
 * Scheme of the addresses that Django's debug page has for the project's own files, e.g.
 * `django-playground-file:/polls/views.py?line=5`.
 */
export const FILE_SCHEME = 'django-playground-file:';

/** Guest to host. */
export type GuestMessage =
  | {readonly kind: 'navigate'; readonly navigation: Navigation}
  /** An address outside the site, to be opened in a new tab. */
  | {readonly kind: 'external'; readonly url: string}
  /** A file of the project and a line of it: an address of {@link FILE_SCHEME}. */
  | {readonly kind: 'reveal'; readonly url: string}
  | StateMessage
  /** A file of the site; the answer goes over the port that comes with it. */
  | {readonly kind: 'asset'; readonly ask: AssetAsk}
  | NestedMessage
  | {readonly kind: 'title'; readonly title: string}
  /** The document and all it names are there. */
  | {readonly kind: 'loaded'}
  /** Where the reader has scrolled to, for the way back. */
  | {readonly kind: 'scrolled'; readonly position: ScrollPosition}
  /** Something a browser does and this frame cannot: one sentence for a person. */
  | {readonly kind: 'refused'; readonly message: string}
  /** The document is going away, by a script's hand or because the frame was removed. */
  | {readonly kind: 'leaving'}
  /** A page in another window; `null` leaves what is there, or an empty page. */
  | {
      readonly kind: 'open';
      readonly window: WantedWindow;
      readonly navigation: Navigation | null;
    }
  | {readonly kind: 'tell'; readonly window: WindowId; readonly action: WindowAction}
  /** The reader asks for the menu of a link, at that point of the frame. */
  | {readonly kind: 'menu'; readonly navigation: Navigation; readonly at: ScrollPosition}
  /** The Escape key, which the host may use to leave the frame. */
  | {readonly kind: 'escape'};

/** Host to guest. */
export type HostMessage =
  /** The first of all, said once: becomes the frame's document. */
  | {readonly kind: 'document'; readonly document: GuestDocument}
  | StateNotice
  | {readonly kind: 'focus'}
  | RenewMessage
  /** A script in another window acts on this one. */
  | {
      readonly kind: 'told';
      readonly window: WindowId;
      readonly name: string;
      /** Where it is. */
      readonly url: string;
      readonly action: WindowAction;
    }
  | {readonly kind: 'closed'; readonly window: WindowId};
