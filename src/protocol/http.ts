/**
 * An HTTP exchange as data. Everything that goes to Django is an {@link HttpRequest}, and
 * everything that comes back an {@link HttpResponse}, Django's debug page included.
 */
import type {Raised} from './code.js';

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

export interface HttpResponse {
  readonly status: number;
  readonly headers: HeaderPairs;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Milliseconds Django took, from the first byte in to the last byte out. */
  readonly duration: number;
  /** How many queries Django sent to databases, those that begin a transaction included. */
  readonly queries?: number;
  /** The exception that no view handled. */
  readonly raised?: Raised;
}
