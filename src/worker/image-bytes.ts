import type {Shared} from '../protocol/snapshot.js';

/**
 * The bytes of an image. Held in memory while a start reads hundreds of files out of them; later
 * only those parts are that were asked for, where the image is a `Blob` and so can be asked again.
 */
export class ImageBytes {
  readonly #source: Shared;
  readonly #kept = new Map<number, Uint8Array>();
  #bytes: Uint8Array | undefined;

  /** @param bytes All of the source's, already read. */
  constructor(source: Shared, bytes: Uint8Array) {
    this.#source = source;
    this.#bytes = bytes;
  }

  slice(offset: number, size: number): Uint8Array {
    if (this.#bytes) return this.#bytes.subarray(offset, offset + size);
    let part = this.#kept.get(offset);
    if (!part) {
      part = this.#read(offset, size);
      this.#kept.set(offset, part);
    }
    return part;
  }

  /** Let go of the bytes where they can be had again, a part at a time. */
  release(): void {
    if (!(this.#source instanceof Uint8Array)) this.#bytes = undefined;
  }

  #read(offset: number, size: number): Uint8Array {
    const part = (this.#source as Blob).slice(offset, offset + size);
    return new Uint8Array(new FileReaderSync().readAsArrayBuffer(part));
  }
}

/** @returns what is shared, as bytes of this thread's. */
export async function readShared(shared: Shared): Promise<Uint8Array<ArrayBuffer>> {
  return shared instanceof Uint8Array ? shared : new Uint8Array(await shared.arrayBuffer());
}
