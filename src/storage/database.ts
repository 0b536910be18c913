import type {IDBPDatabase, IDBPTransaction, StoreNames} from 'idb';
import {inTime} from './in-time.js';
import {openSchema, type Schema} from './schema.js';
import {StorageFailure} from './trouble.js';

type Connection = IDBPDatabase<Schema>;
type Stores = StoreNames<Schema>[];

/** A transaction over some of the stores. */
export type Transaction<
  Names extends Stores,
  Mode extends IDBTransactionMode = 'readwrite',
> = IDBPTransaction<Schema, Names, Mode>;

/** What a transaction is for. */
export interface Plan<Names extends Stores, Mode extends IDBTransactionMode> {
  readonly stores: Names;
  readonly mode: Mode;
  /** How long it may take, the opening of the database included. */
  readonly milliseconds: number;
}

/**
 * The one database. It is opened when it is first needed, and again when the browser closed it.
 * Where it cannot be opened nobody has to wait for that a second time; where it was only slow, it
 * is used from when it has opened.
 */
export class Database {
  readonly #name: string;
  /** How long opening may take, in milliseconds. */
  readonly #patience: number;
  #opening: Promise<Connection> | undefined;
  #connection: Connection | undefined;

  constructor(name: string, patience: number) {
    this.#name = name;
    this.#patience = patience;
  }

  /**
   * Do all of something, or nothing of it.
   *
   * @param body Waits for nothing but its transaction, which would end before.
   * @throws StorageFailure, or the browser's DOMException.
   */
  transact<const Names extends Stores, Mode extends IDBTransactionMode, Result>(
    {stores, mode, milliseconds}: Plan<Names, Mode>,
    body: (transaction: Transaction<Names, Mode>) => Promise<Result>,
  ): Promise<Result> {
    return inTime(milliseconds, async signal => {
      const attempt = async (): Promise<Result> => {
        const connection = await this.#connect();
        signal.throwIfAborted();
        try {
          return await complete(connection.transaction(stores, mode), signal, body);
        } catch (error) {
          if (isOfClosed(error)) this.#forget(connection);
          throw error;
        }
      };
      try {
        return await attempt();
      } catch (error) {
        if (signal.aborted || !isOfClosed(error)) throw error;
        return attempt();
      }
    });
  }

  async #connect(): Promise<Connection> {
    return this.#connection ?? (this.#opening ??= this.#open());
  }

  #open(): Promise<Connection> {
    return inTime(this.#patience, () => {
      return new Promise<Connection>((resolve, reject) => {
        if (!hasIndexedDB()) throw new StorageFailure('unavailable');
        const callbacks = {
          blocked: () => reject(new StorageFailure('blocked')),
          blocking: (_: number, version: number | null, {target}: Event) =>
            this.#giveWay(target as IDBDatabase, version),
          terminated: () => this.#forget(),
        };
        openSchema(this.#name, callbacks).then(
          connection => {
            // It may have come too late for those who waited, but not for who is next.
            this.#connection = connection;
            resolve(connection);
          },
          (error: unknown) => {
            // The page's storage is being cleared; it will soon be possible again.
            if (isOfClosed(error)) this.#forget();
            reject(error);
          },
        );
      });
    });
  }

  /** Another tab is to upgrade the database, or to delete it, and waits for this one. */
  #giveWay(connection: IDBDatabase, version: number | null): void {
    connection.close();
    this.#forget();
    if (version === null) return;
    this.#opening = Promise.reject(new StorageFailure('newer'));
    // Whoever comes next will hear of it.
    this.#opening.catch(() => {});
  }

  /** @param connection Forgotten only if it is the one in use; that, when left out. */
  #forget(connection = this.#connection): void {
    if (connection !== this.#connection) return;
    connection?.close();
    this.#connection = undefined;
    this.#opening = undefined;
  }
}

async function complete<Names extends Stores, Mode extends IDBTransactionMode, Result>(
  transaction: Transaction<Names, Mode>,
  signal: AbortSignal,
  body: (transaction: Transaction<Names, Mode>) => Promise<Result>,
): Promise<Result> {
  const {done} = transaction;
  // Where `body` fails nobody waits for it any more, and it fails too.
  done.catch(() => {});
  const abort = (): void => abortIfActive(transaction);
  signal.addEventListener('abort', abort);
  try {
    const result = await body(transaction);
    await done;
    return result;
  } catch (error) {
    abort();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function abortIfActive(transaction: {abort(): void}): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

/** It is missing where a browser was told to store nothing. */
function hasIndexedDB(): boolean {
  return Boolean((globalThis as {indexedDB?: IDBFactory | null}).indexedDB);
}

/** Whether it is how a connection fails that was closed, by this page or by the browser. */
function isOfClosed(error: unknown): boolean {
  const {name} = error as Error;
  return name === 'InvalidStateError' || name === 'AbortError';
}
