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
  const written = 'written' in snapshot ? filesSize(snapshot.written) : 0;
  return sizeOf(pages) + runs.byteLength + written;
}

/** In bytes. */
export function filesSize(files: readonly StoredFile[]): number {
  return files.reduce((sum, {content}) => sum + content.byteLength, 0);
}

/**
 * What is stored of a snapshot, which itself stays as it is.
 *
 * @param blobs Whether pages can be stored as a blob.
 */
export async function toStored(snapshot: Snapshot, blobs: boolean): Promise<Snapshot> {
  if (!('memory' in snapshot)) return memoryToStored(snapshot, blobs);
  const memory = await memoryToStored(snapshot.memory, blobs);
  return {...snapshot, memory, written: filesToStored(snapshot.written)};
}

export function filesToStored(files: readonly StoredFile[]): StoredFile[] {
  return files.map(({path, content}) => ({path, content: alone(content)}));
}

async function memoryToStored(memory: MemorySnapshot, blobs: boolean): Promise<MemorySnapshot> {
  const pages = await pagesToStored(memory.pages, blobs);
  return {...memory, runs: alone(memory.runs), pages};
}

async function pagesToStored(pages: Shared, blobs: boolean): Promise<Shared> {
  if (blobs) return pages instanceof Uint8Array ? new Blob([pages]) : pages;
  return pages instanceof Uint8Array ? alone(pages) : new Uint8Array(await pages.arrayBuffer());
}

/** Storing a part of a buffer would store all of the buffer. */
function alone<View extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(view: View): View {
  return (view.byteLength === view.buffer.byteLength ? view : view.slice()) as View;
}
