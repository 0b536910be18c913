import {setTimeout as pause} from 'node:timers/promises';

/** Milliseconds from a request to the first byte of its answer, as on a good line to a near host. */
const LATENCY = 30;

/** Bytes that go over the line in one piece. */
const PIECE = 16 * 1024;

/**
 * A line of limited speed, which all connections share. It lies in the server, so that it slows
 * every engine in the same way, workers included.
 */
export class Line {
  readonly #bytesPerMillisecond: number;
  /** When the line has carried all that it was given. */
  #freeAt = 0;

  /** @param speed In Mbit/s. */
  constructor(speed: number) {
    this.#bytesPerMillisecond = (speed * 1_000_000) / 8 / 1000;
  }

  /** Wait as long as a request needs to reach the server, and an answer to come back. */
  async reach(): Promise<void> {
    await pause(LATENCY);
  }

  /**
   * Carry some bytes.
   *
   * @yields Pieces of them, each when it has come through.
   */
  async *carry(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += PIECE) {
      const piece = bytes.subarray(start, start + PIECE);
      const now = performance.now();
      this.#freeAt = Math.max(now, this.#freeAt) + piece.length / this.#bytesPerMillisecond;
      // Timers are coarse: what is due within a millisecond goes at once, and the sum stays right.
      if (this.#freeAt - now > 1) await pause(this.#freeAt - now);
      yield piece;
    }
  }
}
