import {PlaygroundError} from '../../protocol/failure.js';
import type {MemorySnapshot} from '../../protocol/snapshot.js';
import {freeBytes} from '../free-bytes.js';
import type {References} from './references.js';
import {
  checksum,
  differingPages,
  lengthOf,
  overlayMemory,
  replaceMemory,
  type Pages,
} from './pages.js';
import {readShared} from '../image-bytes.js';

/** A snapshot whose pages are here. */
export interface OpenSnapshot extends Pages {
  readonly memoryLength: number;
  readonly fingerprint: string;
  readonly checksum: number;
  readonly references: References;
}

/** The part of Emscripten's module that holds the memory. */
export interface Memory {
  readonly HEAPU8: Uint8Array;
  /** The new size in bytes; the views are new ones afterwards. */
  growMemory(size: number): unknown;
}

/**
 * Read a snapshot's pages and see that they are whole.
 *
 * @throws PlaygroundError `snapshot-refused` when they are damaged.
 */
export async function openSnapshot(snapshot: MemorySnapshot): Promise<OpenSnapshot> {
  const {runs, memoryLength, fingerprint} = snapshot;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readShared(snapshot.pages);
  } catch (error) {
    throw refused(`its pages cannot be read (${String(error)})`);
  }
  if (bytes.length !== lengthOf(runs)) throw refused('it is not complete');
  if (checksum({runs, bytes}) !== snapshot.checksum) throw refused('it is damaged');
  const references = snapshot.references as References;
  return {runs, bytes, memoryLength, fingerprint, checksum: snapshot.checksum, references};
}

/**
 * Put snapshots into an interpreter's memory, the first in place of what was there, the others
 * over it.
 *
 * @throws PlaygroundError `snapshot-refused` when one is of another engine or build, or was taken
 *   over another.
 */
export function restoreMemory(
  module: Memory,
  snapshots: readonly OpenSnapshot[],
  fingerprint: string,
): void {
  for (const [index, snapshot] of snapshots.entries()) {
    if (snapshot.fingerprint !== fingerprintOver(fingerprint, snapshots.slice(0, index))) {
      throw refused('it is of another browser or version, or belongs to another snapshot');
    }
  }
  const length = Math.max(...snapshots.map(({memoryLength}) => memoryLength));
  const used = module.HEAPU8.length;
  if (length > used) module.growMemory(length);
  if (length > module.HEAPU8.length) throw new RangeError('There is not enough memory.');
  for (const [index, snapshot] of snapshots.entries()) {
    if (index === 0) replaceMemory(module.HEAPU8, snapshot, used);
    else overlayMemory(module.HEAPU8, snapshot);
  }
}

/**
 * What an interpreter's memory has become since it was restored, or since there was nothing.
 *
 * @param since What it was restored from.
 */
export function takeMemory(
  {HEAPU8: memory}: Memory,
  since: readonly OpenSnapshot[],
  fingerprint: string,
  references: References,
): MemorySnapshot {
  const before = since.length ? restored(since) : undefined;
  const pages = differingPages(memory, before);
  if (before) freeBytes(before);
  return {
    fingerprint: fingerprintOver(fingerprint, since),
    memoryLength: memory.length,
    runs: pages.runs,
    pages: pages.bytes,
    checksum: checksum(pages),
    references,
  };
}

/** A memory fits only over the very ones that it was compared with. */
function fingerprintOver(fingerprint: string, since: readonly OpenSnapshot[]): string {
  return [fingerprint, ...since.map(snapshot => snapshot.checksum)].join(' over ');
}

function restored(snapshots: readonly OpenSnapshot[]): Uint8Array<ArrayBuffer> {
  const memory = new Uint8Array(Math.max(...snapshots.map(({memoryLength}) => memoryLength)));
  for (const snapshot of snapshots) overlayMemory(memory, snapshot);
  return memory;
}

function refused(reason: string): PlaygroundError {
  return new PlaygroundError({
    code: 'snapshot-refused',
    message: `A saved snapshot cannot be used: ${reason}. Python starts the slower way, and makes another.`,
  });
}
