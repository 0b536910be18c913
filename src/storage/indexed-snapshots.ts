import type {SnapshotKind, SnapshotStore, Snapshots} from '../protocol/storage.js';
import {canStoreBlobs} from './blob-trial.js';
import {affordable} from './byte-budget.js';
import type {Database, Transaction} from './database.js';
import {inTime} from './in-time.js';
import type {Patience} from './patience.js';
import {bytesInUse, letGo, writeOrMakeRoom} from './room.js';
import type {Entry, SnapshotId} from './schema.js';
import {isSnapshot} from './shapes.js';
import {memoryOf, sizeOf, snapshotSize, toStored, type Snapshot} from './snapshot-bytes.js';
import {StorageFailure, troubleOf, type Tell} from './trouble.js';

const STORES: ['entries', 'snapshots'] = ['entries', 'snapshots'];

export interface SnapshotOptions {
  /** Most bytes kept. */
  readonly budget: number;
  readonly patience: Patience;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly tell: Tell;
}

/** Snapshots in the database, the least recently used of which go first. */
export class IndexedSnapshots implements SnapshotStore {
  readonly #database: Database;
  readonly #options: SnapshotOptions;
  #budget: Promise<number> | undefined;
  #blobs: Promise<boolean> | undefined;

  constructor(database: Database, options: SnapshotOptions) {
    this.#database = database;
    this.#options = options;
  }

  async read<Kind extends SnapshotKind>(
    kind: Kind,
    key: string,
  ): Promise<Snapshots[Kind] | undefined> {
    const {patience, tell} = this.#options;
    try {
      return await inTime(patience.read, () => this.#read(kind, key));
    } catch (error) {
      tell(error, 'slower');
      if (troubleOf(error) === 'damaged') await this.remove(kind, key);
      return undefined;
    }
  }

  async write<Kind extends SnapshotKind>(
    kind: Kind,
    key: string,
    snapshot: Snapshots[Kind],
  ): Promise<boolean> {
    try {
      await this.#write([kind, key], snapshot);
      return true;
    } catch (error) {
      this.#options.tell(error, 'slower');
      return false;
    }
  }

  async remove(kind: SnapshotKind, key: string): Promise<void> {
    try {
      await this.#change(transaction => removeFrom(transaction, [kind, key]));
    } catch (error) {
      this.#options.tell(error, 'slower');
    }
  }

  async #read<Kind extends SnapshotKind>(
    kind: Kind,
    key: string,
  ): Promise<Snapshots[Kind] | undefined> {
    const id: SnapshotId = [kind, key];
    const milliseconds = this.#options.patience.read;
    const [entry, snapshot] = await this.#database.transact(
      {stores: STORES, mode: 'readonly', milliseconds},
      transaction =>
        Promise.all([
          transaction.objectStore('entries').get(id),
          transaction.objectStore('snapshots').get(id),
        ]),
    );
    if (entry === undefined && snapshot === undefined) return undefined;
    if (!isSnapshot(kind, snapshot) || !(await isWhole(snapshot, entry))) {
      throw new StorageFailure('damaged');
    }
    void this.#touch(id);
    return snapshot;
  }

  /** Remember that it was used. Nobody waits for it. */
  async #touch(id: SnapshotId): Promise<void> {
    const {patience, now, tell} = this.#options;
    try {
      await this.#database.transact(
        {stores: ['entries'], mode: 'readwrite', milliseconds: patience.write},
        async ({store}) => {
          const entry = await store.get(id);
          if (entry) await store.put({...entry, usedAt: now()}, id);
        },
      );
    } catch (error) {
      tell(error, 'slower');
    }
  }

  async #write(id: SnapshotId, snapshot: Snapshot): Promise<void> {
    const {patience, now} = this.#options;
    const budget = await (this.#budget ??= affordable(this.#options.budget));
    const bytes = snapshotSize(snapshot);
    if (bytes > budget) throw new StorageFailure('too-large');
    const stored = await toStored(snapshot, await (this.#blobs ??= canStoreBlobs(this.#database)));
    const pageBytes = sizeOf(memoryOf(stored).pages);
    const write = () =>
      this.#change(async transaction => {
        await removeFrom(transaction, id);
        await letGo(transaction, (await bytesInUse(transaction)) + bytes - budget);
        const time = now();
        const entry: Entry = {bytes, pageBytes, createdAt: time, usedAt: time};
        await Promise.all([
          transaction.objectStore('snapshots').put(stored, id),
          transaction.objectStore('entries').put(entry, id),
        ]);
      });
    await writeOrMakeRoom(this.#database, bytes, patience.write, write);
  }

  #change(body: (transaction: Transaction<typeof STORES>) => Promise<void>): Promise<void> {
    const milliseconds = this.#options.patience.write;
    return this.#database.transact({stores: STORES, mode: 'readwrite', milliseconds}, body);
  }
}

async function removeFrom(transaction: Transaction<typeof STORES>, id: SnapshotId): Promise<void> {
  await Promise.all([
    transaction.objectStore('snapshots').delete(id),
    transaction.objectStore('entries').delete(id),
  ]);
}

/** Whether its pages are as long as they were, and can be read to the end. */
async function isWhole(snapshot: Snapshot, entry: Entry | undefined): Promise<boolean> {
  const {pages} = memoryOf(snapshot);
  if (sizeOf(pages) !== entry?.pageBytes) return false;
  if (!(pages instanceof Blob)) return true;
  const end = await pages.slice(-1).arrayBuffer();
  return end.byteLength === Math.min(1, pages.size);
}
