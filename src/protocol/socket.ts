/** A WebSocket of the site's own, as data and as the page has it. */
import type {HeaderPairs, HttpEnd, HttpHead} from './http.js';

export interface SocketRequest {
  /** Absolute URL on the site's own origin, `ws:` or `http:`, without fragment. */
  readonly url: string;
  /** Those of the handshake that a page or browser adds, e.g. `Origin` and `Cookie`. */
  readonly headers: HeaderPairs;
  /** The subprotocols the page offers, in its order of preference. */
  readonly protocols: readonly string[];
}

/** Text, or bytes. */
export type SocketData = string | Uint8Array<ArrayBuffer>;

export interface SocketClose {
  /** As RFC 6455 has them, e.g. 1000; 1006 where there was no closing handshake. */
  readonly code: number;
  readonly reason: string;
}

/** The site accepted a socket, with status 101, or answered with another status. */
export interface SocketHead extends HttpHead {
  /** The subprotocol that the site chose; `''` for none. */
  readonly protocol: string;
}

/** How a socket ended, and what it took until then. */
export interface SocketEnd extends HttpEnd, SocketClose {}

/** An answer to a handshake. Where its status is not 101 it is over already. */
export interface Socket extends SocketHead {
  /**
   * What the site sends; to be iterated once. It ends when the socket is closed, by whichever side,
   * and never fails. The site waits where the messages are not taken.
   */
  readonly messages: AsyncIterable<SocketData>;
  /**
   * Settles once the socket is closed, and never fails: 1012 where the site's interpreter ended,
   * 1011 where the site's code raised.
   */
  readonly end: Promise<SocketEnd>;
  /** What was sent and the site has not taken yet, in bytes. */
  readonly bufferedAmount: number;
  /**
   * Send a message; bytes are handed over rather than copied. A message that is too large closes the
   * socket with 1009, and messages faster than the site takes them with 1008.
   */
  send(data: SocketData): void;
  /**
   * Close it from the page's side. The site is told the code and the reason; once the page is gone
   * the code is 1001.
   */
  close(code?: number, reason?: string): void;
}

/** Worker to page, over the port of one socket. */
export type SocketMessage =
  | {readonly kind: 'message'; readonly data: SocketData}
  /** The site has taken a message of so many bytes. */
  | {readonly kind: 'taken'; readonly bytes: number}
  /** The last message. */
  | {readonly kind: 'end'; readonly end: SocketEnd};

/** Page to worker, over the port of one socket. */
export type SocketReply =
  | {readonly kind: 'message'; readonly data: SocketData}
  /** The page has taken so many bytes of messages. */
  | {readonly kind: 'taken'; readonly bytes: number}
  | ({readonly kind: 'close'} & SocketClose);
