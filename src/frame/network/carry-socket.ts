import type {ChannelMessage, ScriptSocket} from '../../protocol/frame-network.js';
import {WINDOW} from '../../protocol/http.js';
import type {Socket, SocketClose, SocketData} from '../../protocol/socket.js';
import {type Fields, isFields, isText} from '../fields.js';
import {Credit} from './credit.js';
import type {SiteNetwork} from './site-network.js';

/** What a script learns of a socket that never was one. */
const NEVER: SocketClose = {code: 1006, reason: ''};

/** Milliseconds until it is asked again whether the site has taken what was sent. */
const PATIENCE = 10;

/** Carries messages between a script and the site until either closes, or the signal is aborted. */
export async function carrySocket(
  request: ScriptSocket,
  port: MessagePort,
  site: SiteNetwork,
  signal: AbortSignal,
): Promise<void> {
  const credit = new Credit();
  const unsent: Fields[] = [];
  let take = (reply: Fields): void => void unsent.push(reply);
  port.addEventListener('message', ({data}: MessageEvent<unknown>) => {
    if (!isFields(data)) return;
    if (data['kind'] === 'taken') credit.restore(Number(data['bytes']) || 0);
    else take(data);
  });
  port.start();
  try {
    const socket = await site.connect(request);
    if (socket.status !== 101) return refuseSocket(port);
    take = reply => onReply(socket, port, reply);
    for (const reply of unsent) take(reply);
    if (signal.aborted) socket.close(1001);
    signal.addEventListener('abort', () => {
      socket.close(1001);
      credit.end();
    });
    say(port, {kind: 'open', protocol: socket.protocol});
    for await (const data of socket.messages) {
      const size = data.length;
      say(port, {kind: 'message', data}, typeof data === 'string' ? [] : [data.buffer]);
      await credit.use(size);
    }
    const {code, reason} = await socket.end;
    say(port, {kind: 'end', code, reason});
  } catch {
    refuseSocket(port);
  } finally {
    port.close();
  }
}

/** Tells a script that its socket cannot be. */
export function refuseSocket(port: MessagePort): void {
  say(port, {kind: 'end', ...NEVER});
}

function onReply(socket: Socket, port: MessagePort, {kind, data, code, reason}: Fields): void {
  if (kind === 'close') {
    socket.close(Number.isInteger(code) ? Number(code) : undefined, isText(reason) ? reason : '');
  } else if (kind === 'message' && isData(data)) {
    socket.send(data);
    acknowledge(socket, port);
  }
}

/** Tells the guest that it may send more, once the site has taken most of what there is. */
function acknowledge(socket: Socket, port: MessagePort): void {
  if (socket.bufferedAmount < WINDOW) say(port, {kind: 'taken'});
  else setTimeout(() => acknowledge(socket, port), PATIENCE);
}

function isData(data: unknown): data is SocketData {
  return isText(data) || (data instanceof Uint8Array && data.buffer instanceof ArrayBuffer);
}

function say(port: MessagePort, message: ChannelMessage, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer);
}
