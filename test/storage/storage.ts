/** Storage in a database of its own, and what the tests do to it behind its back. */
import {deleteDB, openDB, unwrap, type IDBPDatabase} from 'idb';
import type {Baseline, MemorySnapshot, ProjectSnapshot} from '../../src/protocol/snapshot.js';
import type {SavedState} from '../../src/protocol/storage.js';
import {openStorage, type PlaygroundStorage, type StorageOptions} from '../../src/storage/index.js';

export interface TestStorage extends PlaygroundStorage {
  /** What it said. */
  readonly warnings: readonly string[];
}

/** What a test undoes when it is over, the last first. */
const afterwards: (() => unknown)[] = [];

export function atEnd(undo: () => unknown): void {
  afterwards.push(undo);
}

/** Undo it all; for `afterEach`. */
export async function tidyUp(): Promise<void> {
  for (const undo of afterwards.splice(0).toReversed()) await undo();
}

/** The name of a database that does not exist, and will not after the test. */
export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  atEnd(() => deleteDB(name));
  return name;
}

/** A tab's storage. Its clock moves on by a second with each look. */
export function open(options: StorageOptions & {readonly name: string}): TestStorage {
  const warnings: string[] = [];
  let time = Date.UTC(2030, 0, 1);
  const now = (): number => (time += 1000);
  return {...openStorage({now, warn: message => warnings.push(message), ...options}), warnings};
}

/** The database itself. */
export async function openRaw(name: string, version?: number): Promise<IDBPDatabase> {
  const database = await openDB(name, version);
  atEnd(() => database.close());
  return database;
}

/** Bytes that differ from place to place. */
export function bytes(length: number, seed = 0): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({length}, (_, index) => (index * 31 + seed) % 251);
}

export function baseline(pages: MemorySnapshot['pages'] = bytes(1000)): Baseline {
  return {
    fingerprint: 'an engine',
    memoryLength: 65_536,
    runs: Uint32Array.of(0, 2, 7, 3),
    pages,
    checksum: 17,
    images: [],
    references: {objects: {hiwireKeys: [null], immortalKeys: []}, localTime: [1, 2]},
  };
}

export function project(length = 1000): ProjectSnapshot {
  return {
    memory: baseline(bytes(length)),
    written: [{path: 'db.sqlite3', content: bytes(300, 5)}],
    report: {django: '5.2.17', phases: {setup: 70, migrate: 200}},
  };
}

export function state(length = 100): SavedState {
  return {
    version: 'of the files',
    savedAt: Date.UTC(2030, 0, 1),
    edits: {'polls/views.py': 'def index(request): …\n'},
    written: [{path: 'db.sqlite3', content: bytes(length)}],
    cookies: [
      {name: 'sessionid', value: 'x', path: '/', expires: null, httpOnly: true, created: 1},
    ],
    address: '/polls/?page=2#top',
    storages: {
      local: [['theme', 'dark']],
      session: [['tab', '2']],
      databases: [
        {
          name: 'drafts',
          version: 1,
          stores: [
            {
              name: 'texts',
              keyPath: null,
              autoIncrement: true,
              indexes: [],
              entries: [[1, {text: 'Dear', at: new Date(0)}]],
            },
          ],
        },
      ],
      caches: [
        {
          name: 'pages',
          answers: [
            {
              id: '0.1',
              asked: {url: 'http://playground.localhost/', headers: []},
              url: 'http://playground.localhost/',
              type: 'basic',
              status: 200,
              statusText: 'OK',
              headers: [['content-type', 'text/html']],
              body: bytes(10),
            },
          ],
        },
      ],
    },
    visitors: [{cookies: [], address: '/admin/'}],
  };
}

export async function read(pages: MemorySnapshot['pages']): Promise<Uint8Array> {
  return pages instanceof Uint8Array ? pages : new Uint8Array(await pages.arrayBuffer());
}

/** A snapshot with its pages as bytes, to be compared. */
export async function opened(memory: MemorySnapshot | undefined): Promise<unknown> {
  return memory && {...memory, pages: await read(memory.pages)};
}

/** Let the page have another `indexedDB`, or none, until the test is over. */
export function replaceIndexedDB(replacement: object | undefined): void {
  const original = Reflect.getOwnPropertyDescriptor(globalThis, 'indexedDB');
  Object.defineProperty(globalThis, 'indexedDB', {value: replacement, configurable: true});
  atEnd(() => {
    if (original) Object.defineProperty(globalThis, 'indexedDB', original);
    else Reflect.deleteProperty(globalThis, 'indexedDB');
  });
}

/** Let the page be of the version after this one, which changed nothing. */
export function beNextVersion(): void {
  const real = indexedDB;
  replaceIndexedDB({
    open: (name: string, version?: number) => real.open(name, version && version + 1),
  });
}

/** Let the first calls of a method fail. */
export function failFirst(target: object, method: string, times: number, error: Error): void {
  const original = Reflect.get(target, method) as (...args: unknown[]) => unknown;
  let left = times;
  Reflect.set(target, method, function fail(this: unknown, ...args: unknown[]): unknown {
    if (left-- > 0) throw error;
    return original.apply(this, args);
  });
  atEnd(() => Reflect.set(target, method, original));
}

/**
 * Keep a database from being opened, as one that is being upgraded.
 *
 * @returns what lets go of it, as if it had never been there.
 */
export async function holdUpgrade(name: string): Promise<() => void> {
  const request = indexedDB.open(name, 1);
  const transaction = await new Promise<IDBTransaction>(resolve => {
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('held');
      if (request.transaction) resolve(request.transaction);
    });
  });
  keepBusy(transaction.objectStore('held'));
  return () => transaction.abort();
}

/**
 * Keep all stores from being read or written, as a transaction that does not end.
 *
 * @returns what ends it.
 */
export async function holdStores(name: string): Promise<() => void> {
  const {objectStoreNames} = await openRaw(name);
  const database = unwrap(await openRaw(name));
  const transaction = database.transaction([...objectStoreNames], 'readwrite');
  keepBusy(transaction.objectStore('states'));
  return () => transaction.abort();
}

/** Ask again and again, so that the transaction does not end by itself. */
export function keepBusy(store: IDBObjectStore): IDBRequest {
  const request = store.count();
  request.addEventListener('success', () => keepBusy(store));
  // Errors of what is aborted are of no interest, not even to the page.
  request.addEventListener('error', event => event.preventDefault());
  return request;
}
