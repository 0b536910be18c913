/**
 * Frames of the site within a document of it. Each has a guest of its own, which says hello to the
 * guest around it; that one passes its port on to the host, and from then on the two talk directly.
 */
import type {Navigation} from './frame.js';

/** What a frame is to show: a page of the site, or markup that was given to it as it is. */
export type NestedContent =
  | {readonly navigation: Navigation}
  | {
      readonly html: string;
      /** Absolute URL that the markup's own URLs resolve against. */
      readonly base: string;
    };

/** The guest around a frame says what it is to show, or passes on the port of its guest. */
export interface NestedMessage {
  readonly kind: 'nested';
  /** Made up by the guest around it, so that frames of two documents are two. */
  readonly frame: string;
  readonly content: NestedContent | null;
}

/** Host to the guest in a frame: begin anew, for another document. */
export interface RenewMessage {
  readonly kind: 'renew';
}

/** What that guest says to the one around it before it does. */
export const GUEST_RENEWS = 'django-playground:renews';

/** Markup has these in place of `src` and `srcdoc`, which the browser would act on. */
export const NESTED_SRC = 'data-django-playground-src';
export const NESTED_SRCDOC = 'data-django-playground-srcdoc';
