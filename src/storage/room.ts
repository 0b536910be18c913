import type {Database, Transaction} from './database.js';
import {troubleOf} from './trouble.js';

/** What has to be open to remove snapshots. */
type SnapshotTransaction = Transaction<['entries', 'snapshots']>;

/** Bytes of all snapshots. */
export async function bytesInUse(transaction: SnapshotTransaction): Promise<number> {
  const entries = await transaction.objectStore('entries').getAll();
  return entries.reduce((sum, {bytes}) => sum + bytes, 0);
}

/** Let go of the snapshots that were not used for longest, until that many bytes are free. */
export async function letGo(transaction: SnapshotTransaction, bytes: number): Promise<void> {
  let freed = 0;
  let cursor = await transaction.objectStore('entries').index('usedAt').openCursor();
  while (cursor && freed < bytes) {
    freed += cursor.value.bytes;
    await Promise.all([
      transaction.objectStore('snapshots').delete(cursor.primaryKey),
      cursor.delete(),
    ]);
    cursor = await cursor.continue();
  }
}

/**
 * Write something, and where the browser has no room for it, once more after letting go of old
 * snapshots. That takes a transaction of its own: a browser gives back nothing before its end.
 *
 * @param bytes How many are to be written.
 * @throws what the last attempt throws.
 */
export async function writeOrMakeRoom(
  database: Database,
  bytes: number,
  milliseconds: number,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (troubleOf(error) !== 'full') throw error;
    await database.transact(
      {stores: ['entries', 'snapshots'], mode: 'readwrite', milliseconds},
      transaction => letGo(transaction, bytes),
    );
    await write();
  }
}
