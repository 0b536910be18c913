import type {RuntimeFile, RuntimeManifest} from '../protocol/runtime.js';
import type {Progress} from '../protocol/stage.js';
import {download, request, type OnBytes} from './download.js';
import {chooseSeries, readManifest} from './manifest.js';
import {wasmBlocked} from './wasm-blocked.js';

/** What every interpreter of one series needs; held once for the whole page. */
export interface Assets {
  readonly manifest: RuntimeManifest;
  readonly workerCode: string;
  readonly stdlib: Uint8Array<ArrayBuffer>;
  readonly image: Uint8Array<ArrayBuffer>;
}

export type OnProgress = (progress: Progress) => void;

/** Where the parts of a runtime lie. */
export interface AssetUrls {
  readonly manifest: string;
  readonly worker: string;
}

/**
 * The files of a runtime, each downloaded once and when it is first wanted. A failed download is
 * forgotten, so that trying again can succeed.
 */
export class AssetStore {
  readonly #urls: AssetUrls;
  readonly #pending = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<OnProgress>();
  #loaded = 0;
  #total = 0;

  constructor(urls: AssetUrls) {
    this.#urls = urls;
  }

  manifest(): Promise<RuntimeManifest> {
    return this.#once('manifest', () => readManifest(this.#urls.manifest));
  }

  /** @throws PlaygroundError `runtime-unavailable`, `unknown-series`. */
  async load(series: string | null, onProgress: OnProgress): Promise<Assets> {
    return this.#reporting(onProgress, async () => {
      const manifest = await this.manifest();
      const {image} = chooseSeries(manifest, series);
      const [workerCode, stdlib, imageBytes] = await Promise.all([
        this.#workerCode(),
        this.#file(manifest.stdlib),
        this.#file(image),
      ]);
      return {manifest, workerCode, stdlib, image: imageBytes};
    });
  }

  /**
   * The interpreter itself, compiled while it arrives. Its bytes are counted only at the end: an
   * engine keeps compiled code only of a response that nobody else reads.
   *
   * @throws PlaygroundError `wasm-blocked`, `runtime-unavailable`.
   */
  module(onProgress: OnProgress): Promise<WebAssembly.Module> {
    return this.#reporting(onProgress, async () => {
      const {wasm} = await this.manifest();
      return this.#once('module', async () => {
        this.#announce(wasm);
        const module = await compile(request(this.#absolute(wasm)));
        this.#onBytes(wasm.bytes);
        return module;
      });
    });
  }

  #workerCode(): Promise<string> {
    return this.#once('worker', async () =>
      new TextDecoder().decode(await download(this.#urls.worker)),
    );
  }

  #file(file: RuntimeFile): Promise<Uint8Array<ArrayBuffer>> {
    return this.#once(file.url, () => {
      this.#announce(file);
      return download(this.#absolute(file), this.#onBytes);
    });
  }

  #absolute(file: RuntimeFile): string {
    return new URL(file.url, this.#urls.manifest).href;
  }

  #announce(file: RuntimeFile): void {
    this.#total += file.bytes;
  }

  readonly #onBytes: OnBytes = received => {
    this.#loaded += received;
    for (const listener of this.#listeners) {
      listener({stage: 'download', loaded: this.#loaded, total: this.#total});
    }
  };

  async #reporting<Result>(listener: OnProgress, work: () => Promise<Result>): Promise<Result> {
    this.#listeners.add(listener);
    try {
      return await work();
    } finally {
      this.#listeners.delete(listener);
    }
  }

  #once<Result>(key: string, make: () => Promise<Result>): Promise<Result> {
    const known = this.#pending.get(key) as Promise<Result> | undefined;
    if (known) return known;
    const made = make();
    this.#pending.set(key, made);
    made.catch(() => this.#pending.delete(key));
    return made;
  }
}

/** @throws PlaygroundError `wasm-blocked` when the page's policy or the engine refuses. */
async function compile(response: Promise<Response>): Promise<WebAssembly.Module> {
  const source = await response;
  try {
    return await WebAssembly.compileStreaming(source);
  } catch (error) {
    throw wasmBlocked(error);
  }
}
