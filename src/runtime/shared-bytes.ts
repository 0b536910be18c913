import type {Shared} from '../protocol/snapshot.js';
import {workersReadBlobs} from './opaque-worker.js';

/**
 * Hold bytes once for all workers: as a `Blob`, which the browser keeps outside of the page and
 * hands to each by reference, where workers of opaque origin can read one.
 */
export async function toShared(bytes: Uint8Array<ArrayBuffer>): Promise<Shared> {
  return (await workersReadBlobs()) ? new Blob([bytes]) : bytes;
}
