import type {Shared} from '../protocol/snapshot.js';
import {workersReadBlobs} from './opaque-worker.js';

/**
 * Hold bytes once for all workers: as a `Blob`, which the browser keeps outside of the page and
 * hands to each by reference, where workers of opaque origin can read one.
 */
export async function toShared(bytes: Blob | Uint8Array<ArrayBuffer>): Promise<Shared> {
  const response = new Response(bytes);
  if (!(await workersReadBlobs())) return new Uint8Array(await response.arrayBuffer());
  // Not the Blob itself: of one that a page put together, a worker of Firefox's can read all but
  // no part, for which it waits for ever.
  return response.blob();
}
