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
  if (socket.status === 101) requireAgreed(socket, protocols);
  return socket;
}

/** @throws TypeError where the site has chosen none of what the script offers, or what it does not. */
function requireAgreed(socket: Socket, offered: readonly string[]): void {
  const {protocol} = socket;
  if (offered.length === 0 ? protocol === '' : offered.includes(protocol)) return;
  socket.close(1002);
  const chosen = protocol === '' ? 'no subprotocol' : `the subprotocol “${protocol}”`;
  const wanted = offered.length === 0 ? 'none' : offered.map(word => `“${word}”`).join(', ');
  const message =
    `The site has accepted a WebSocket with ${chosen}, and the script has offered ${wanted}. ` +
    'Pass one that was offered to accept().';
  // Scripts are told nothing but that it failed; browsers say why here.
  console.error(message);
  throw new TypeError(message);
}
