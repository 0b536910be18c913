import type {DatabaseDump, StoreDump} from '../../../protocol/frame-state.js';

/** Milliseconds until the databases that a script has written to are told. */
const PAUSE = 20;

/** Databases that are to be told. */
const changed = new Set<string>();

/**
 * Has the databases that earlier documents left, and tells what becomes of them. What is asked of a
 * database meanwhile waits for it, as it does for any other connection.
 */
export function keepDatabases(
  known: readonly DatabaseDump[],
  tell: (dump: DatabaseDump) => void,
): void {
  for (const database of known) restore(database);
  const {transaction} = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args): IDBTransaction {
    const made = transaction.apply(this, args);
    if (made.mode !== 'readonly') listen(made, tell);
    return made;
  };
  const {open, deleteDatabase} = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...args): IDBOpenDBRequest {
    const request = open.apply(this, args);
    request.addEventListener('upgradeneeded', () => {
      if (request.transaction) listen(request.transaction, tell);
    });
    return request;
  };
  IDBFactory.prototype.deleteDatabase = function (name): IDBOpenDBRequest {
    const request = deleteDatabase.call(this, name);
    request.addEventListener('success', () => tell({name, version: 0, stores: []}));
    return request;
  };
}

function restore({name, version, stores}: DatabaseDump): void {
  const request = indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', () => {
    for (const store of stores) fill(request.result, store);
  });
  request.addEventListener('success', () => request.result.close());
}

function fill(
  database: IDBDatabase,
  {name, keyPath, autoIncrement, indexes, entries}: StoreDump,
): void {
  const store = database.createObjectStore(name, {keyPath, autoIncrement});
  for (const {name: index, keyPath: path, ...options} of indexes) {
    store.createIndex(index, path, options);
  }
  for (const [key, value] of entries) {
    if (keyPath === null) store.put(value, key as IDBValidKey);
    else store.put(value);
  }
}

function listen(transaction: IDBTransaction, tell: (dump: DatabaseDump) => void): void {
  const {name} = transaction.db;
  transaction.addEventListener('complete', () => {
    if (changed.has(name)) return;
    changed.add(name);
    setTimeout(() => {
      changed.delete(name);
      void dump(name).then(tell);
    }, PAUSE);
  });
}

/** All that is in a database. */
function dump(name: string): Promise<DatabaseDump> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('error', () => reject(request.error ?? new Error(name)));
    request.addEventListener('success', () => {
      const database = request.result;
      const {version} = database;
      const names = [...database.objectStoreNames];
      const reading = names.length === 0 ? null : database.transaction(names);
      const stores = names.map(store => readStore(reading!.objectStore(store)));
      void Promise.all(stores).then(read => resolve({name, version, stores: read}), reject);
      database.close();
    });
  });
}

async function readStore(store: IDBObjectStore): Promise<StoreDump> {
  const {name, keyPath, autoIncrement} = store;
  const indexes = [...store.indexNames].map(index => {
    const {keyPath: path, unique, multiEntry} = store.index(index);
    return {name: index, keyPath: path, unique, multiEntry};
  });
  const [keys, values] = await Promise.all([
    resultOf(store.getAllKeys()),
    resultOf<unknown[]>(store.getAll()),
  ]);
  const entries = keys.map((key, i) => [key, values[i]] as const);
  return {name, keyPath, autoIncrement, indexes, entries};
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('unread')));
  });
}
