import type {Image} from '../protocol/interpreter.js';
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

/** Images as workers can read them; where they were stored as `Blob`s, not all of them can. */
export async function toReadable(images: readonly Image[]): Promise<readonly Image[]> {
  if (await workersReadBlobs()) return images;
  return Promise.all(images.map(async ({place, zip}) => ({place, zip: await toBytes(zip)})));
}

async function toBytes(shared: Shared): Promise<Uint8Array<ArrayBuffer>> {
  return shared instanceof Uint8Array ? shared : new Uint8Array(await shared.arrayBuffer());
}
