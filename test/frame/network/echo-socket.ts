import type {ScriptSocket} from '../../../src/protocol/frame-network.js';
import type {Socket, SocketData, SocketEnd} from '../../../src/protocol/socket.js';

/** A socket that says what it hears, and ends itself when it hears `bye`. */
export function echoSocket({protocols}: ScriptSocket): Socket & {readonly received: SocketData[]} {
  const received: SocketData[] = [];
  const inbox: SocketData[] = [];
  let ended: SocketEnd | undefined;
  let notice: (() => void) | undefined;
  let resolveEnd: (end: SocketEnd) => void;
  const end = new Promise<SocketEnd>(resolve => (resolveEnd = resolve));
  function close(code = 1005, reason = ''): void {
    ended ??= {code, reason, duration: 1};
    resolveEnd(ended);
    notice?.();
  }
  async function* messages(): AsyncGenerator<SocketData, void, undefined> {
    for (;;) {
      const data = inbox.shift();
      if (data !== undefined) yield data;
      else if (ended) return;
      else await new Promise<void>(resolve => (notice = resolve));
    }
  }
  return {
    status: 101,
    headers: [],
    protocol: protocols[0] ?? '',
    bufferedAmount: 0,
    received,
    messages: messages(),
    end,
    close,
    send(data) {
      received.push(data);
      if (data === 'bye') return close(4001, 'Bye.');
      inbox.push(data);
      notice?.();
    },
  };
}
