import type {Database} from './database.js';
import {inTime} from './in-time.js';

const TEXT = 'a blob';

/** How long each step may take, in milliseconds. Where blobs can be stored, all take five. */
const PATIENCE = 2000;

/**
 * Whether blobs can be stored. A stored blob is a handle that is read without blocking the page and
 * without holding its bytes, so it is what large things are best stored as.
 *
 * Chromium and Firefox store them, in private windows too, and so does WebKit, but not in windows
 * that leave nothing behind, private or automated: there the transaction fails with an
 * `UnknownError` in WebKitGTK 2.50, and never ended in other versions. That is why it is tried out
 * with a small one, in a store that nothing else waits for.
 */
export async function canStoreBlobs(database: Database): Promise<boolean> {
  try {
    await database.transact(
      {stores: ['trials'], mode: 'readwrite', milliseconds: PATIENCE},
      ({store}) => store.put(new Blob([TEXT]), 'blob'),
    );
    const stored = await database.transact(
      {stores: ['trials'], mode: 'readonly', milliseconds: PATIENCE},
      ({store}) => store.get('blob'),
    );
    return stored !== undefined && (await inTime(PATIENCE, () => stored.text())) === TEXT;
  } catch {
    // If it is not about blobs, what is to be stored next fails too, and says why.
    return false;
  }
}
