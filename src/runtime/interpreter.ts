import {PlaygroundError, type Failure} from '../protocol/failure.js';
import type {
  Answer,
  Ask,
  FileChange,
  Output,
  PortReply,
  QuestionName,
  Talks,
  WorkerMessage,
} from '../protocol/interpreter.js';
import type {Mail} from '../protocol/mail.js';
import type {MemorySnapshot} from '../protocol/snapshot.js';
import type {Stage} from '../protocol/stage.js';
import type {WorkerHandle} from './opaque-worker.js';

/** What an interpreter says unasked. */
export interface InterpreterEvents {
  onstage?: (stage: Stage) => void;
  onoutput?: (output: Output) => void;
  onmail?: (mail: Mail) => void;
  onchanged?: (changes: readonly FileChange[]) => void;
  /** It is about to show sources, which are to be mounted. */
  onsourceswanted?: () => void;
  /** It is gone; every pending question has been rejected with this failure. */
  ondeath?: (failure: Failure) => void;
}

interface Pending {
  resolve(answer: unknown): void;
  reject(error: PlaygroundError): void;
}

/** One end of what goes on for longer than an answer. */
export interface Port<Reply> {
  /** What the interpreter knows it by. */
  readonly number: number;
  tell(reply: Reply, transfer?: Transferable[]): void;
  /** Nothing more is heard or told. */
  close(): void;
}

/**
 * One Python interpreter in its worker. Questions are answered in any order; when the worker dies
 * or is stopped, all that are open are rejected. Dispatches `idle` when nothing is open any more,
 * and `death`.
 */
export class Interpreter extends EventTarget {
  /** What its memory was restored from, or became; nothing where it was started from bytecode. */
  origin: readonly MemorySnapshot[];
  readonly #worker: WorkerHandle;
  readonly #pending = new Map<number, Pending>();
  readonly #ports = new Map<number, (message: never) => void>();
  #nextId = 1;
  #death: Failure | undefined;
  events: InterpreterEvents = {};

  constructor(worker: WorkerHandle, origin: readonly MemorySnapshot[] = []) {
    super();
    this.origin = origin;
    this.#worker = worker;
    worker.port.addEventListener('message', ({data}: MessageEvent<WorkerMessage>) =>
      this.#receive(data),
    );
    worker.port.start();
    worker.watch(message =>
      this.stop({
        code: 'crashed',
        message: `The Python interpreter crashed (${message}). Run the site again: what was saved before is still there.`,
      }),
    );
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  /** What ended it, where it is not alive any more. */
  get failure(): Failure | undefined {
    return this.#death;
  }

  /** Whether a question is open. */
  get busy(): boolean {
    return this.#pending.size > 0;
  }

  /**
   * Ask a question of the table in `protocol/interpreter.ts`.
   *
   * @param transfer buffers in `ask` that are handed over rather than copied.
   * @throws PlaygroundError the failure it was answered with, or the one that ended the worker.
   */
  ask<Name extends QuestionName>(
    name: Name,
    ask: Ask<Name>,
    transfer: Transferable[] = [],
  ): Promise<Answer<Name>> {
    return new Promise<Answer<Name>>((resolve, reject) => {
      if (this.#death) {
        reject(new PlaygroundError(this.#death));
        return;
      }
      const id = this.#nextId++;
      this.#pending.set(id, {resolve: answer => resolve(answer as Answer<Name>), reject});
      this.#worker.port.postMessage({id, name, ask}, transfer);
    });
  }

  /** @param hear Is given what the interpreter says over the port. */
  openPort<Kind extends keyof Talks>(
    hear: (message: Talks[Kind]['message']) => void,
  ): Port<Talks[Kind]['reply']> {
    const number = this.#nextId++;
    this.#ports.set(number, hear);
    return {
      number,
      tell: (reply, transfer = []) => {
        const message: PortReply = {kind: 'port', port: number, reply};
        if (this.#ports.has(number)) this.#worker.port.postMessage(message, transfer);
      },
      close: () => void this.#ports.delete(number),
    };
  }

  /**
   * Wait until no question is open, and end it when that takes too long.
   *
   * @param patience In milliseconds.
   * @param failure What those are told that it did not answer.
   */
  async finish(patience: number, failure: Failure): Promise<void> {
    if (!this.busy) return;
    const timer = setTimeout(() => this.stop(failure), patience);
    await new Promise(resolve => {
      this.addEventListener('idle', resolve, {once: true});
      this.addEventListener('death', resolve, {once: true});
    });
    clearTimeout(timer);
  }

  /** End it at once, whatever it is doing. Ending it twice does nothing. */
  stop(failure: Failure): void {
    if (this.#death) return;
    this.#death = failure;
    this.#worker.terminate();
    for (const pending of this.#pending.values()) pending.reject(new PlaygroundError(failure));
    this.#pending.clear();
    this.events.ondeath?.(failure);
    this.dispatchEvent(new Event('death'));
  }

  #receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'answer':
        this.#settle(message.id)?.resolve(message.answer);
        break;
      case 'failure':
        this.#settle(message.id)?.reject(new PlaygroundError(message.failure));
        // What came out of WebAssembly leaves Python's memory in doubt: nothing more runs in it.
        if (message.failure.code === 'crashed') this.stop(message.failure);
        break;
      case 'stage':
        this.events.onstage?.(message.stage);
        break;
      case 'output':
        this.events.onoutput?.(message.output);
        break;
      case 'mail':
        this.events.onmail?.(message.mail);
        break;
      case 'changed':
        this.events.onchanged?.(message.changes);
        break;
      case 'sources-wanted':
        this.events.onsourceswanted?.();
        break;
      case 'port':
        this.#ports.get(message.port)?.(message.message as never);
        break;
    }
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (!this.busy) this.dispatchEvent(new Event('idle'));
    return pending;
  }
}
