import type {Image} from '../protocol/interpreter.js';
import type {MemorySnapshot, Shared} from '../protocol/snapshot.js';
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

/** A snapshot as workers can read it; where it was stored as `Blob`s, not all of them can. */
export async function toReadable<Snapshot extends MemorySnapshot & {images?: readonly Image[]}>(
  snapshot: Snapshot,
): Promise<Snapshot> {
  if (await workersReadBlobs()) return snapshot;
  const {images} = snapshot;
  return {
    ...snapshot,
    pages: await toBytes(snapshot.pages),
    ...(images && {images: await Promise.all(images.map(imageToBytes))}),
  };
}

async function imageToBytes({place, zip}: Image): Promise<Image> {
  return {place, zip: await toBytes(zip)};
}

async function toBytes(shared: Shared): Promise<Uint8Array<ArrayBuffer>> {
  return shared instanceof Uint8Array ? shared : new Uint8Array(await shared.arrayBuffer());
}
