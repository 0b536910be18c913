import {PlaygroundError} from '../protocol/failure.js';

/** What Python says over a port; the head is the answer to the question that came with it. */
type Message = {readonly kind: string} & Readonly<Record<string, unknown>>;

interface OpenPort {
  readonly port: MessagePort;
  begin(head: unknown): void;
}

/** The ports of streams and sockets, by the numbers that Python knows them by. */
export class Ports {
  readonly #open = new Map<number, OpenPort>();
  #last = 0;

  /**
   * Have something said over a port until it is over.
   *
   * @param deliver Takes what the page says.
   * @param serve Settles once nothing more is going to be said.
   * @returns what is said first.
   */
  open<Head>(
    port: MessagePort,
    deliver: (number: number, message: unknown) => void,
    serve: (number: number) => Promise<void>,
  ): Promise<Head> {
    const number = ++this.#last;
    port.addEventListener('message', ({data}: MessageEvent<unknown>) => deliver(number, data));
    port.start();
    return new Promise<Head>((resolve, reject) => {
      let hasBegun = false;
      const begin = (head: unknown): void => {
        hasBegun = true;
        resolve(head as Head);
      };
      this.#open.set(number, {port, begin});
      const end = (error: unknown): void => {
        this.#open.delete(number);
        if (!hasBegun) reject(error);
        // There is no answer any more that could say so: it is the thread's error.
        else if (error) void Promise.reject(error);
      };
      serve(number).then(() => end(hasBegun ? undefined : new PlaygroundError(NOT_BEGUN)), end);
    });
  }

  /** Pass on what Python says; bytes are handed over. */
  post(number: number, message: Message): void {
    const open = this.#open.get(number);
    const {kind, ...rest} = message;
    if (kind === 'head') open?.begin(rest);
    else open?.port.postMessage(message, buffersOf(rest));
  }
}

function buffersOf({bytes, data}: Omit<Message, 'kind'>): Transferable[] {
  return [bytes, data].flatMap(value => (value instanceof Uint8Array ? [value.buffer] : []));
}

const NOT_BEGUN = {
  code: 'stopped',
  message: 'Nobody waited for the answer any more.',
} as const;
