import {PlaygroundError} from '../protocol/failure.js';
import type {Talks} from '../protocol/interpreter.js';

/** What is said over a port. */
type PortMessage = Talks[keyof Talks]['message'];

/** What Python says; the head, which comes first, is the answer to a question. */
type Said = PortMessage | {readonly kind: 'head'};

const NOT_BEGUN = {
  code: 'stopped',
  message: 'Nobody waited for the answer any more.',
} as const;

/** Streams and sockets that have not begun yet, and what is said over the others. */
export class Ports {
  readonly #beginning = new Map<number, (head: unknown) => void>();
  readonly #tell: (port: number, message: PortMessage) => void;

  constructor(tell: (port: number, message: PortMessage) => void) {
    this.#tell = tell;
  }

  /**
   * Have something said over a port until it is over.
   *
   * @param serving Settles once nothing more is going to be said.
   * @returns what is said first.
   */
  open<Head>(port: number, serving: Promise<void>): Promise<Head> {
    return new Promise<Head>((resolve, reject) => {
      this.#beginning.set(port, head => resolve(head as Head));
      const fail = (error: unknown): void => {
        if (this.#beginning.delete(port)) reject(error);
        // There is no answer any more that could say so: it is the thread's error.
        else throw error;
      };
      void serving.then(() => {
        if (this.#beginning.has(port)) fail(new PlaygroundError(NOT_BEGUN));
      }, fail);
    });
  }

  /** Pass on what Python says. */
  post(port: number, message: Said): void {
    if (message.kind !== 'head') {
      this.#tell(port, message);
      return;
    }
    const {kind: _, ...head} = message;
    this.#beginning.get(port)?.(head);
    this.#beginning.delete(port);
  }
}
