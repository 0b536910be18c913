import {PlaygroundError} from '../protocol/failure.js';
import {
  WINDOW,
  type HttpEnd,
  type HttpHead,
  type HttpRequest,
  type HttpStream,
} from '../protocol/http.js';
import {Inbox} from './inbox.js';
import type {Interpreter} from './interpreter.js';

/**
 * Ask for a response whose body comes as the site sends it.
 *
 * @throws PlaygroundError the failure it was answered with; the signal's reason when aborted.
 */
export async function openStream(
  interpreter: Interpreter,
  request: HttpRequest,
  signal?: AbortSignal,
): Promise<HttpStream> {
  signal?.throwIfAborted();
  const pieces = new Inbox<Uint8Array<ArrayBuffer>>();
  const started = performance.now();
  let resolveEnd: (end: HttpEnd) => void;
  const end = new Promise<HttpEnd>(resolve => (resolveEnd = resolve));

  const settle = (known?: HttpEnd, error?: unknown): void => {
    if (error === undefined) pieces.close();
    else pieces.fail(error);
    resolveEnd(known ?? {duration: performance.now() - started});
    port.close();
    signal?.removeEventListener('abort', abort);
    interpreter.removeEventListener('death', die);
  };
  const die = (): void => {
    const {failure} = interpreter;
    settle(undefined, failure && new PlaygroundError(failure));
  };
  // The site says when it has ended.
  const abort = (): void => {
    pieces.fail(signal?.reason);
    pieces.clear();
    port.tell({kind: 'abort'});
  };
  const port = interpreter.openPort<'stream'>(message => {
    if (message.kind === 'body') pieces.put(message.bytes);
    else settle(message.end, message.failure && new PlaygroundError(message.failure));
  });
  interpreter.addEventListener('death', die);

  const head = await new Promise<HttpHead>((resolve, reject) => {
    signal?.addEventListener('abort', abort);
    signal?.addEventListener('abort', () => reject(signal.reason), {once: true});
    interpreter.ask('open', {request, port: port.number}).then(resolve, error => {
      settle(undefined, error);
      reject(error);
    });
  });
  return {...head, body: taken(), end};

  async function* taken(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    let bytes = 0;
    try {
      for await (const piece of pieces) {
        yield piece;
        bytes += piece.length;
        // Not for each of many small ones.
        if (bytes < WINDOW / 2) continue;
        port.tell({kind: 'taken', bytes});
        bytes = 0;
      }
    } finally {
      port.tell({kind: 'abort'});
    }
  }
}
