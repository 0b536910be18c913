import type {ScriptSocket} from '../protocol/frame-network.js';
import {type HeaderPairs, SITE_ORIGIN} from '../protocol/http.js';
import type {Socket, SocketRequest} from '../protocol/socket.js';
import type {CookieJar} from './cookie-jar.js';
import {type BrowserIdentity, requestHeaders} from './headers.js';

/** Opens a WebSocket of the site. */
export type Connect = (request: SocketRequest) => Promise<Socket>;

/** What a socket needs beside its address. */
export interface SocketContext {
  readonly connect: Connect;
  readonly jar: CookieJar;
  readonly identity: BrowserIdentity;
}

/** Opens a WebSocket with a browser's headers and cookies, and keeps those it is answered with. */
export async function connectForScript(
  {url, protocols}: ScriptSocket,
  {connect, jar, identity}: SocketContext,
): Promise<Socket> {
  const {pathname, search} = new URL(url);
  const address = SITE_ORIGIN + pathname + search;
  const handshake: HeaderPairs = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Pragma', 'no-cache'],
    ['Cache-Control', 'no-cache'],
    ['Sec-WebSocket-Version', '13'],
    ...(protocols.length > 0 ? [['Sec-WebSocket-Protocol', protocols.join(', ')] as const] : []),
  ];
  const asked = {
    method: 'GET',
    url: address,
    headers: handshake,
    body: new Uint8Array(),
    referrer: null,
  };
  const headers = requestHeaders(asked, 'websocket', jar.header(address), identity, 'websocket');
  const socket = await connect({url, headers, protocols});
  jar.store(address, socket);
  return socket;
}
