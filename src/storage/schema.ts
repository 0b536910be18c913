import {openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks} from 'idb';
import type {SavedState, SnapshotKind, Snapshots} from '../protocol/storage.js';

/** Everything that is kept, in one database. */
export interface Schema extends DBSchema {
  /** What is known of a snapshot without its bytes, so that a read rewrites nothing large. */
  entries: {key: SnapshotId; value: Entry; indexes: {usedAt: number}};
  snapshots: {key: SnapshotId; value: Snapshots[SnapshotKind]};
  states: {key: string; value: SavedState};
  /** Where it is tried out whether blobs can be stored, so that nothing else waits for that. */
  trials: {key: string; value: Blob};
}

export type SnapshotId = [kind: SnapshotKind, key: string];

export interface Entry {
  /** The snapshot's in all, which count against the budget. */
  readonly bytes: number;
  /** Its pages' alone. */
  readonly pageBytes: number;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
  /** When it was last written or read, in milliseconds since 1970. */
  readonly usedAt: number;
}

type Database = IDBPDatabase<Schema>;

/**
 * From nothing to the first version, from that to the second, and so on; a change of what is stored
 * is one more step at the end. Snapshots can be made again, so a step may just clear them; states
 * are the reader's and have to be carried over.
 */
const STEPS: readonly ((database: Database) => void)[] = [
  database => {
    database.createObjectStore('entries').createIndex('usedAt', 'usedAt');
    database.createObjectStore('snapshots');
    database.createObjectStore('states');
    database.createObjectStore('trials');
  },
];

type Callbacks = Pick<OpenDBCallbacks<Schema>, 'blocked' | 'blocking' | 'terminated'>;

/** Open the database as it is described here. */
export async function openSchema(name: string, callbacks: Callbacks): Promise<Database> {
  return openDB<Schema>(name, STEPS.length, {
    ...callbacks,
    upgrade(database, oldVersion) {
      for (const step of STEPS.slice(oldVersion)) step(database);
    },
  });
}
