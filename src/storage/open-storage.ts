import type {WheelStore} from '../protocol/packages.js';
import type {FileStore, SnapshotStore, StateStore} from '../protocol/storage.js';
import {Database} from './database.js';
import {IndexedSnapshots} from './indexed-snapshots.js';
import {IndexedStates} from './indexed-states.js';
import {keptWheels} from './kept-wheels.js';
import {offlineFiles} from './offline-files.js';
import type {Patience} from './patience.js';
import {tellOnce} from './trouble.js';

export interface StorageOptions {
  /** The database's name, one for the whole origin. */
  readonly name?: string;
  /** Most bytes of snapshots; 256 MB unless told, and less where the browser grants little. */
  readonly budget?: number;
  /** Told of each failure once; the console unless told. */
  readonly warn?: (message: string) => void;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** 4 s for reads, about what a start without storage takes on a slow machine, and 20 s for writes. */
  readonly patience?: Patience;
}

/** What is kept from one visit to the next. */
export interface PlaygroundStorage {
  readonly snapshots: SnapshotStore;
  readonly states: StateStore;
  readonly files: FileStore;
  readonly wheels: WheelStore;
}

/** Storage in the browser, one for all playgrounds of a page. Touches nothing before it is used. */
export function openStorage({
  name = 'django-playground',
  budget = 256 * 1024 * 1024,
  warn = message => console.warn(message),
  now = Date.now,
  patience = {read: 4000, write: 20_000},
}: StorageOptions = {}): PlaygroundStorage {
  const database = new Database(name, patience.read);
  const tell = tellOnce(warn);
  return {
    snapshots: new IndexedSnapshots(database, {budget, patience, now, tell}),
    states: new IndexedStates(database, {patience, tell}),
    files: offlineFiles,
    wheels: keptWheels,
  };
}
