import type {Shared} from '../protocol/snapshot.js';
import {workersReadBlobs} from './opaque-worker.js';

/**
 * Hold bytes once for all workers: as a `Blob`, which the browser keeps outside of the page and
 * hands to each by reference, where workers of opaque origin can read one.
 */
export async function toShared(bytes: Blob | Uint8Array<ArrayBuffer>): Promise<Shared> {
  const asBlob = await workersReadBlobs();
  if (bytes instanceof Blob) return asBlob ? bytes : new Uint8Array(await bytes.arrayBuffer());
  // A part of a Blob that was made of bytes by hand is never read in a worker of Firefox's.
  return asBlob ? new Response(bytes).blob() : bytes;
}
