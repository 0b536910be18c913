import type {WheelStore} from '../protocol/packages.js';
import {digest} from './digest.js';
import {readLast} from './kept.js';

/** Raised when what `python/django_playground/bytecode.py` makes is something else. */
const FORMAT = 1;

/** The bytecode of wheels by their hashes: compiled on this page, or on an earlier visit. */
export class Bytecode {
  readonly #version: string;
  readonly #store: WheelStore | undefined;
  readonly #known = new Map<string, Uint8Array<ArrayBuffer>>();

  /**
   * @param version Pyodide's; no other runs this bytecode.
   * @param store Keeps it between visits.
   */
  constructor(version: string, store?: WheelStore) {
    this.#version = version;
    this.#store = store;
  }

  /** An image of a wheel's bytecode, where it is at hand. */
  get(wheel: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#known.get(wheel);
  }

  /** Have at hand what is kept of a wheel. */
  async find(wheel: string): Promise<void> {
    if (this.#known.has(wheel)) return;
    const kept = await readLast(this.#store, this.#name(wheel));
    if (kept) this.#known.set(wheel, kept);
  }

  async keep(wheel: string, bytecode: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#known.set(wheel, bytecode);
    await this.#store?.write(this.#name(wheel), await digest(bytecode), bytecode);
  }

  #name(wheel: string): string {
    return `bytecode ${FORMAT} of ${wheel} for ${this.#version}`;
  }
}
