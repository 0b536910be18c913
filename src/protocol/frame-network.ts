/**
 * What the scripts of a document ask of the site, and what they get. The guest sends one end of a
 * channel with each request and each socket; everything about it goes over that.
 */
import type {ScriptCookie} from './frame-state.js';
import type {HeaderPairs, HttpHead, StreamReply} from './http.js';
import type {SocketClose, SocketData} from './socket.js';

/** A request as Fetch has it, to the site itself. */
export interface ScriptRequest {
  /** As `fetch` normalises it, e.g. `GET`, `POST`, `patch`. */
  readonly method: string;
  /** Absolute URL on the site's own origin. */
  readonly url: string;
  /** Those that the script gives, and the body's `Content-Type`. */
  readonly headers: HeaderPairs;
  readonly body: Uint8Array<ArrayBuffer>;
  /** URL of the document, or what the script has said instead; `null` for none. */
  readonly referrer: string | null;
  /** What `Sec-Fetch-Mode` says. */
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  /** What `Sec-Fetch-Dest` says. */
  readonly destination: ScriptDestination;
  readonly credentials: 'include' | 'same-origin' | 'omit';
  readonly redirect: 'follow' | 'manual' | 'error';
  readonly cache: 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache' | 'only-if-cached';
  /** What the body's hash has to be, as the attribute `integrity` has it; `''` for anything. */
  readonly integrity: string;
  /** Whether it goes on once the document is gone. */
  readonly keepalive: boolean;
}

/** What a response is for, by the name `Sec-Fetch-Dest` has for it. */
export type ScriptDestination =
  | 'empty'
  | 'audio'
  | 'embed'
  | 'font'
  | 'iframe'
  | 'image'
  | 'object'
  | 'script'
  | 'style'
  | 'track'
  | 'video';

/** What of a response comes first. Its headers are those that a script may see. */
export interface ScriptHead extends HttpHead {
  readonly statusText: string;
  /** Where it came from, redirects followed, without fragment. */
  readonly url: string;
  readonly redirected: boolean;
  /** A redirect that was not to be followed shows nothing of itself. */
  readonly type: 'basic' | 'opaqueredirect';
  /** What scripts may read as cookies from now on: they look as soon as the response is there. */
  readonly cookies?: readonly ScriptCookie[] | undefined;
}

/** An answer for a script: a response, or the other site that it should ask instead. */
export type ScriptResponse =
  | (ScriptHead & {readonly body: AsyncIterable<Uint8Array<ArrayBuffer>>})
  | {readonly elsewhere: string};

/** Host to guest, over the channel of one request. */
export type ExchangeMessage =
  | {readonly kind: 'head'; readonly head: ScriptHead}
  /** The site redirects to another one, which the guest can ask itself. The last message. */
  | {readonly kind: 'elsewhere'; readonly url: string}
  | {readonly kind: 'body'; readonly bytes: Uint8Array<ArrayBuffer>}
  /** The last message: the body is whole, or a sentence says why it is not. */
  | {readonly kind: 'end'; readonly failure?: string};

/** Guest to host, over the channel of one request. */
export type ExchangeReply = StreamReply;

/** A WebSocket to the site. */
export interface ScriptSocket {
  /** Absolute URL on the site's own host, `ws:`, without fragment. */
  readonly url: string;
  readonly protocols: readonly string[];
}

/** Host to guest, over the channel of one socket. */
export type ChannelMessage =
  | {readonly kind: 'open'; readonly protocol: string}
  | {readonly kind: 'message'; readonly data: SocketData}
  /** The site has taken one message more. */
  | {readonly kind: 'taken'}
  /** The last message. Without `open` before it the socket never was one. */
  | ({readonly kind: 'end'} & SocketClose);

/** Guest to host, over the channel of one socket. */
export type ChannelReply =
  | {readonly kind: 'message'; readonly data: SocketData}
  | {readonly kind: 'taken'; readonly bytes: number}
  | {readonly kind: 'close'; readonly code?: number; readonly reason?: string};

/** How many requests a document may have under way; its guest keeps the others waiting. */
export const MOST_REQUESTS = 100;

/** How many sockets a document may have. */
export const MOST_SOCKETS = 200;

/** Guest to host: a request or a socket, with the channel for everything about it. */
export type NetworkMessage =
  // A `port` is a `MessagePort`, a type that this room's library does not have.
  | {readonly kind: 'request'; readonly request: ScriptRequest; readonly port: object}
  | {readonly kind: 'socket'; readonly socket: ScriptSocket; readonly port: object};
