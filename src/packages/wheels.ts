import type {WheelStore} from '../protocol/packages.js';
import {digest} from './digest.js';
import {readKept, readLast} from './kept.js';
import {unavailable} from './failures.js';
import {openWheel, requireSuiting, type Wheel} from './wheel.js';
import {fileName, type Platform} from './wheel-name.js';

/** Told how many bytes are here, and how many it will be in all. */
export type OnBytes = (loaded: number, total: number) => void;

/** A wheel and what is known of it before it is here. */
export interface WheelAddress {
  readonly url: string;
  /** SHA-256 in hexadecimal, one of which it has to have; none for any. */
  readonly hashes: readonly string[];
}

/**
 * The wheels of a page, each loaded once. Those whose hashes are known, and those that cannot be
 * reached, come from what is kept in the browser.
 */
export class Wheels {
  readonly #platform: Platform;
  readonly #store: WheelStore | undefined;
  readonly #known = new Map<string, Promise<Wheel>>();

  constructor(platform: Platform, store?: WheelStore) {
    this.#platform = platform;
    this.#store = store;
  }

  /**
   * @throws PlaygroundError `package-unavailable`, `package-unfit`.
   */
  get(address: WheelAddress, onBytes: OnBytes): Promise<Wheel> {
    const key = [address.url, ...address.hashes].join(' ');
    let known = this.#known.get(key);
    if (!known) {
      known = this.#get(address, onBytes);
      this.#known.set(key, known);
      // Trying again can succeed.
      known.catch(() => this.#known.delete(key));
    }
    return known;
  }

  async #get({url, hashes}: WheelAddress, onBytes: OnBytes): Promise<Wheel> {
    const file = fileName(url);
    requireSuiting(file, this.#platform);
    for (const hash of hashes) {
      const kept = await readKept(this.#store, hash);
      if (kept) return openWheel(file, hash, kept);
    }
    const bytes = await download(url, onBytes).catch(async (error: unknown) => {
      const kept = await readLast(this.#store, url);
      if (!kept) throw error;
      return kept;
    });
    const sha256 = await digest(bytes);
    if (hashes.length > 0 && !hashes.includes(sha256)) {
      throw unavailable(
        `${file} is not the file it should be: its hash is sha256:${sha256}, but ` +
          `sha256:${hashes.join(' or sha256:')} is asked for. Correct the hash, or put the right file ` +
          `at ${url}.`,
      );
    }
    const wheel = openWheel(file, sha256, bytes);
    await this.#store?.write(url, sha256, bytes);
    return wheel;
  }
}

async function download(url: string, onBytes: OnBytes): Promise<Uint8Array<ArrayBuffer>> {
  const file = fileName(url);
  let response: Response;
  try {
    // Whoever writes requirements, in a link too, asks for nothing in the reader's name.
    response = await fetch(url, {credentials: 'omit'});
  } catch (cause) {
    const fix =
      new URL(url).origin === location.origin
        ? 'Check your connection and try again.'
        : 'Check your connection; another host has to allow this page to read it (CORS).';
    throw unavailable(`${file} could not be loaded from ${url}: there is no answer. ${fix}`, cause);
  }
  if (!response.ok) {
    throw unavailable(
      `${file} could not be loaded from ${url}: the server answered ${response.status}. Correct ` +
        'its address in the requirements.',
    );
  }
  const length = response.headers.has('Content-Encoding')
    ? 0
    : Number(response.headers.get('Content-Length'));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  try {
    const reader = response.body?.getReader();
    for (;;) {
      const {done = true, value} = (await reader?.read()) ?? {};
      if (done || !value) break;
      pieces.push(value);
      loaded += value.length;
      onBytes(loaded, Math.max(length, loaded));
    }
  } catch (cause) {
    throw unavailable(`${file} could not be loaded: the connection broke. Try again.`, cause);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
