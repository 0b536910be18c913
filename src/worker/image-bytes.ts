import {freeBytes} from './free-bytes.js';
import type {Shared} from '../protocol/snapshot.js';

/**
 * The bytes of an image. All of them are held while a start reads hundreds of files out of them;
 * otherwise only those parts are that were asked for, as long as the image is a `Blob`.
 */
export class ImageBytes {
  readonly #source: Shared;
  readonly #kept = new Map<number, Uint8Array>();
  #all: Uint8Array<ArrayBuffer> | undefined;

  constructor(source: Shared) {
    this.#source = source;
  }

  /** Have all bytes at hand, until they are released. */
  async hold(): Promise<void> {
    this.#all = await readShared(this.#source);
  }

  /** Let go of bytes that can be had again. */
  release(): void {
    if (this.#all && this.#all !== this.#source) freeBytes(this.#all);
    this.#all = undefined;
  }

  slice(offset: number, size: number): Uint8Array {
    if (this.#all) return this.#all.subarray(offset, offset + size);
    let part = this.#kept.get(offset);
    if (!part) {
      part = readPart(this.#source, offset, offset + size);
      this.#kept.set(offset, part);
    }
    return part;
  }
}

/** @returns what is shared, as bytes of this thread's. */
export async function readShared(shared: Shared): Promise<Uint8Array<ArrayBuffer>> {
  return shared instanceof Uint8Array ? shared : new Uint8Array(await shared.arrayBuffer());
}

/**
 * @returns a part, which is a view where the whole is in memory. Synchronous, as Python's reading
 *   is; besides, Firefox's `slice().arrayBuffer()` in a worker does not always settle.
 */
export function readPart(shared: Shared, start: number, end: number): Uint8Array {
  if (shared instanceof Uint8Array) return shared.subarray(start, end);
  return new Uint8Array(new FileReaderSync().readAsArrayBuffer((shared as Blob).slice(start, end)));
}
