/** The bytes of a snapshot: how many there are, and how they are stored. */
import type {StoredFile} from '../protocol/project.js';
import type {MemorySnapshot, Shared} from '../protocol/snapshot.js';
import type {SnapshotKind, Snapshots} from '../protocol/storage.js';

export type Snapshot = Snapshots[SnapshotKind];

export function memoryOf(snapshot: Snapshot): MemorySnapshot {
  return 'memory' in snapshot ? snapshot.memory : snapshot;
}

/** In bytes. */
export function sizeOf(pages: Shared): number {
  return pages instanceof Uint8Array ? pages.byteLength : pages.size;
}

/** In bytes, but for names and numbers. */
export function snapshotSize(snapshot: Snapshot): number {
  const {pages, runs} = memoryOf(snapshot);
  const others =
    'written' in snapshot
      ? filesSize(snapshot.written)
      : snapshot.images.reduce((sum, {zip}) => sum + sizeOf(zip), 0);
  return sizeOf(pages) + runs.byteLength + others;
}

/** In bytes. */
export function filesSize(files: readonly StoredFile[]): number {
  return files.reduce((sum, {content}) => sum + content.byteLength, 0);
}

/**
 * What is stored of a snapshot, which itself stays as it is.
 *
 * @param blobs Whether bytes can be stored as a blob.
 */
export async function toStored(snapshot: Snapshot, blobs: boolean): Promise<Snapshot> {
  if (!('memory' in snapshot)) {
    const images = await Promise.all(
      snapshot.images.map(async ({place, zip}) => ({place, zip: await bytesToStored(zip, blobs)})),
    );
    return {...(await memoryToStored(snapshot, blobs)), images};
  }
  const memory = await memoryToStored(snapshot.memory, blobs);
  return {...snapshot, memory, written: filesToStored(snapshot.written)};
}

export function filesToStored(files: readonly StoredFile[]): StoredFile[] {
  return files.map(({path, content}) => ({path, content: alone(content)}));
}

async function memoryToStored(memory: MemorySnapshot, blobs: boolean): Promise<MemorySnapshot> {
  const pages = await bytesToStored(memory.pages, blobs);
  return {...memory, runs: alone(memory.runs), pages};
}

async function bytesToStored(bytes: Shared, blobs: boolean): Promise<Shared> {
  if (blobs) return bytes instanceof Uint8Array ? new Blob([bytes]) : bytes;
  return bytes instanceof Uint8Array ? alone(bytes) : new Uint8Array(await bytes.arrayBuffer());
}

/** Storing a part of a buffer would store all of the buffer. */
function alone<View extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(view: View): View {
  return (view.byteLength === view.buffer.byteLength ? view : view.slice()) as View;
}
