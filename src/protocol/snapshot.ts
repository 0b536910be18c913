/** An interpreter's memory as data: taken in its worker, kept by the page, restored in another. */
import type {Image, LoadReport} from './interpreter.js';
import type {StoredFile} from './project.js';

/**
 * Bytes that many workers share. A `Blob` is held once for all of them; engines whose isolated
 * workers cannot read one are handed copies.
 */
export type Shared = SharedBlob | Uint8Array<ArrayBuffer>;

/** A `Blob`, as far as this room's library, which has none, can say. */
export interface SharedBlob {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The pages of an interpreter's memory that are not what they would be without it. */
export interface MemorySnapshot {
  /**
   * Names what the memory fits: build, engine's layout of functions, format. An interpreter
   * refuses one whose fingerprint is not its own.
   */
  readonly fingerprint: string;
  /** Length of the whole memory in bytes. */
  readonly memoryLength: number;
  /** Pairs of first page and number of pages, ascending; what is in no run is zero or as below. */
  readonly runs: Uint32Array<ArrayBuffer>;
  /** The pages of all runs, one after the other. */
  readonly pages: Shared;
  /** Over runs and pages; a damaged snapshot is refused. */
  readonly checksum: number;
  /** The JavaScript objects that Python refers to, as Pyodide writes them. */
  readonly references: object;
}

/**
 * The memory of an interpreter that has imported Python, the standard library and Django's core,
 * and nothing of any project.
 */
export interface Baseline extends MemorySnapshot {
  /** What is mounted in it, so that a later start need not wait for downloads. */
  readonly images: readonly Image[];
}

/** A project, loaded and answered once, as it differs from the baseline it was loaded into. */
export interface ProjectSnapshot {
  readonly memory: MemorySnapshot;
  /** What Django had written by then: the database, media. */
  readonly written: readonly StoredFile[];
  readonly report: LoadReport;
}
