import type {Image} from '../protocol/interpreter.js';
import type {RuntimeFile, RuntimeManifest} from '../protocol/runtime.js';
import type {Shared} from '../protocol/snapshot.js';
import type {Progress} from '../protocol/stage.js';
import {download, request, type OnBytes} from './download.js';
import {chooseSeries} from './manifest.js';
import {toShared} from './shared-bytes.js';
import {wasmBlocked} from './wasm-blocked.js';

/** What every interpreter of one series needs; held once for the whole page. */
export interface Assets {
  readonly manifest: RuntimeManifest;
  readonly workerCode: string;
  readonly images: readonly Image[];
}

/** Which runtime: what interpreters that can stand for each other have in common. */
export interface RuntimeChoice {
  /** Django's series, e.g. `5.2`; `null` for the default. */
  readonly series: string | null;
  /** Whether it needs other languages than English. */
  readonly locales: boolean;
}

export type OnProgress = (progress: Progress) => void;

/** A built runtime and where its parts lie, as absolute URLs. */
export interface AssetUrls {
  readonly manifest: RuntimeManifest;
  /** The folder of the files that the manifest names, a slash at its end. */
  readonly folder: string;
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

  get manifest(): RuntimeManifest {
    return this.#urls.manifest;
  }

  /** @throws PlaygroundError `runtime-unavailable`, `unknown-series`. */
  async load({series, locales}: RuntimeChoice, onProgress: OnProgress): Promise<Assets> {
    return this.#reporting(onProgress, async () => {
      const {manifest} = this;
      const chosen = chooseSeries(manifest, series);
      const [workerCode, stdlib, packages, ...others] = await Promise.all([
        this.#workerCode(),
        this.#image('stdlib', manifest.stdlib),
        this.#image('packages', chosen.image),
        ...(locales ? [this.#image('packages', chosen.locales)] : []),
      ]);
      return {manifest, workerCode, images: [stdlib, packages, ...others]};
    });
  }

  /**
   * The sources behind all bytecode, which only tracebacks show.
   *
   * @throws PlaygroundError `runtime-unavailable`, `unknown-series`.
   */
  async sources(series: string | null): Promise<readonly Image[]> {
    const {manifest} = this;
    const {sources} = chooseSeries(manifest, series);
    return Promise.all([
      this.#image('stdlib', manifest.stdlibSources),
      this.#image('packages', sources),
    ]);
  }

  /**
   * The interpreter itself, compiled while it arrives. Its bytes are counted only at the end: an
   * engine keeps compiled code only of a response that nobody else reads.
   *
   * @throws PlaygroundError `wasm-blocked`, `runtime-unavailable`.
   */
  module(onProgress: OnProgress): Promise<WebAssembly.Module> {
    return this.#reporting(onProgress, async () => {
      const {wasm} = this.manifest;
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

  async #image(place: Image['place'], file: RuntimeFile): Promise<Image> {
    return {place, zip: await this.#file(file)};
  }

  #file(file: RuntimeFile): Promise<Shared> {
    return this.#once(file.url, async () => {
      this.#announce(file);
      return toShared(await download(this.#absolute(file), this.#onBytes));
    });
  }

  #absolute(file: RuntimeFile): string {
    return new URL(file.url, this.#urls.folder).href;
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
