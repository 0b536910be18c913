import {WINDOW} from '../protocol/http.js';
import type {
  Socket,
  SocketClose,
  SocketData,
  SocketEnd,
  SocketRequest,
} from '../protocol/socket.js';
import {Inbox} from './inbox.js';
import type {Interpreter} from './interpreter.js';

/** The largest message that a page may send, in bytes. */
const MAX_MESSAGE = 16 * 1024 * 1024;

/** How much a page may send before the site has taken it. */
const MAX_BUFFERED = {bytes: 64 * 1024 * 1024, messages: 10_000};

const RESTARTED: SocketClose = {code: 1012, reason: 'The site was started anew.'};
const TOO_LARGE: SocketClose = {code: 1009, reason: 'A message may have 16 MB.'};
const TOO_FAST: SocketClose = {code: 1008, reason: 'The site does not take messages so fast.'};

const encoder = new TextEncoder();

/**
 * Open a WebSocket to the site.
 *
 * @throws PlaygroundError the failure it was answered with, e.g. `bad-request`.
 */
export async function connectSocket(
  interpreter: Interpreter,
  request: SocketRequest,
): Promise<Socket> {
  const inbox = new Inbox<SocketData>();
  const started = performance.now();
  const unsettled = {bytes: 0, messages: 0};
  let resolveEnd: (end: SocketEnd) => void;
  const end = new Promise<SocketEnd>(resolve => (resolveEnd = resolve));

  const settle = (known: SocketEnd): void => {
    inbox.close();
    resolveEnd(known);
    port.close();
    interpreter.removeEventListener('death', die);
  };
  const die = (): void => settle({...RESTARTED, duration: performance.now() - started});
  const close = (how: SocketClose): void => port.tell({kind: 'close', ...how});
  const port = interpreter.openPort<'socket'>(message => {
    if (message.kind === 'message') inbox.put(message.data);
    else if (message.kind === 'end') settle(message.end);
    else {
      unsettled.bytes -= message.bytes;
      unsettled.messages--;
    }
  });
  interpreter.addEventListener('death', die);
  try {
    const head = await interpreter.ask('connect', {request, port: port.number});
    return {
      ...head,
      messages: taken(),
      end,
      get bufferedAmount() {
        return unsettled.bytes;
      },
      send(data) {
        const bytes = sizeOf(data);
        unsettled.bytes += bytes;
        unsettled.messages++;
        if (bytes > MAX_MESSAGE) close(TOO_LARGE);
        else if (
          unsettled.bytes > MAX_BUFFERED.bytes ||
          unsettled.messages > MAX_BUFFERED.messages
        ) {
          close(TOO_FAST);
        } else port.tell({kind: 'message', data}, typeof data === 'string' ? [] : [data.buffer]);
      },
      close: (code = 1005, reason = '') => close({code, reason}),
    };
  } catch (error) {
    die();
    throw error;
  }

  async function* taken(): AsyncGenerator<SocketData, void, undefined> {
    let bytes = 0;
    for await (const data of inbox) {
      yield data;
      bytes += sizeOf(data);
      if (bytes < WINDOW / 2) continue;
      port.tell({kind: 'taken', bytes});
      bytes = 0;
    }
  }
}

function sizeOf(data: SocketData): number {
  return typeof data === 'string' ? encoder.encode(data).length : data.length;
}
