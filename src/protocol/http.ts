/**
 * An HTTP exchange as data. Everything that goes to Django is an {@link HttpRequest}, and
 * everything that comes back an {@link HttpResponse}, Django's debug page included.
 */
import type {Raised} from './code.js';
import type {Failure} from './failure.js';

/**
 * Where every site lives. Under `DEBUG` Django answers for any host below `localhost`, and
 * browsers count such a host as trustworthy, so that `Secure` cookies work.
 */
export const SITE_ORIGIN = 'http://playground.localhost';

/** Header names and values in order; a list because `Set-Cookie` repeats. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

export interface HttpRequest {
  /** Upper case, e.g. `GET`. */
  readonly method: string;
  /** Absolute URL on the site's own origin, without fragment. */
  readonly url: string;
  readonly headers: HeaderPairs;
  /** Empty where the request has no body. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What of a response comes first. */
export interface HttpHead {
  readonly status: number;
  readonly headers: HeaderPairs;
}

/** What is known of an exchange once it is over. */
export interface HttpEnd {
  /** Milliseconds Django took, from the first byte in to the last byte out. */
  readonly duration: number;
  /** How many queries Django sent to databases, those that begin a transaction included. */
  readonly queries?: number;
  /** The exception that no view handled. */
  readonly raised?: Raised;
}

export interface HttpResponse extends HttpHead, HttpEnd {
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A response whose body comes piece by piece, as the site sends it. */
export interface HttpStream extends HttpHead {
  /**
   * To be iterated once. The site waits where the pieces are not taken; leaving the loop, or
   * aborting the signal that it was asked with, tells the site that nobody listens any more.
   *
   * Fails with `response-broken` where the site broke off, and with whatever ended the interpreter.
   */
  readonly body: AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Settles once the exchange is over, however it ended; it never fails. */
  readonly end: Promise<HttpEnd>;
}

/** Worker to page, over the port of one stream. */
export type StreamMessage =
  | {readonly kind: 'body'; readonly bytes: Uint8Array<ArrayBuffer>}
  /** The last message. The failure says why the body is not whole, where it is not. */
  | {readonly kind: 'end'; readonly end: HttpEnd; readonly failure?: Failure};

/** Page to worker, over the port of one stream. */
export type StreamReply =
  /** So many bytes more of the body may come. */
  | {readonly kind: 'taken'; readonly bytes: number}
  /** Nobody listens any more. */
  | {readonly kind: 'abort'};

/** Bytes of a body, or of a socket's messages, that are on their way at a time. */
export const WINDOW = 1024 * 1024;
