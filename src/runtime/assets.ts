import type {Image} from '../protocol/interpreter.js';
import type {RuntimeFile, RuntimeManifest} from '../protocol/runtime.js';
import type {Shared} from '../protocol/snapshot.js';
import type {FileStore} from '../protocol/storage.js';
import type {Progress} from '../protocol/stage.js';
import {compileFrom} from './compile.js';
import {download, type DownloadOptions} from './download.js';
import {chooseSeries, packageFiles} from './manifest.js';
import {toShared} from './shared-bytes.js';

/** Which runtime: what interpreters that can stand for each other have in common. */
export interface RuntimeChoice {
  /** Django's series, e.g. `5.2`; `null` for the default. */
  readonly series: string | null;
  /** Whether it needs other languages than English. */
  readonly locales: boolean;
}

export type OnProgress = (progress: Progress) => void;

/** A built runtime and where its parts lie. */
export interface AssetUrls {
  readonly manifest: RuntimeManifest;
  /** Where a file lies that the manifest names, or the worker: its absolute URL. */
  readonly locate: (name: string) => string;
  readonly worker: RuntimeFile;
}

/** A file on its way; bytes, uncompressed. */
interface Transfer {
  readonly bytes: number;
  received: number;
  ended: boolean;
}

/**
 * The files of a runtime, each downloaded once and when it is first wanted. A failed download is
 * forgotten, so that trying again can succeed.
 */
export class AssetStore {
  readonly #urls: AssetUrls;
  readonly #files: FileStore | undefined;
  /** What came over the network and is not kept yet, by address. */
  readonly #unkept = new Map<string, Blob>();
  readonly #pending = new Map<string, Promise<unknown>>();
  /** Each with the number of things that it waits for. */
  readonly #listeners = new Map<OnProgress, number>();
  /** What is on its way, and what came since the last time that nothing was. */
  readonly #transfers = new Set<Transfer>();

  /** @param files Keeps the worker and the interpreter, which are in no snapshot. */
  constructor(urls: AssetUrls, files?: FileStore) {
    this.#urls = urls;
    this.#files = files;
  }

  get manifest(): RuntimeManifest {
    return this.#urls.manifest;
  }

  /**
   * What every interpreter of a runtime has mounted; held once for the whole page.
   *
   * @throws PlaygroundError `runtime-unavailable`, `unknown-series`.
   */
  async images(
    {series, locales}: RuntimeChoice,
    onProgress: OnProgress,
  ): Promise<readonly Image[]> {
    const {manifest} = this;
    const chosen = chooseSeries(manifest, series);
    return this.#reporting(onProgress, () =>
      Promise.all([
        this.#image('stdlib', manifest.stdlib),
        ...packageFiles(chosen, locales).map(file => this.#image('packages', file)),
      ]),
    );
  }

  /** Keep what is in no snapshot, when there is time for it. */
  async keep(): Promise<void> {
    const files = new Map(this.#unkept);
    this.#unkept.clear();
    if (files.size) await this.#files?.write(files);
  }

  /** How many bytes are still to be loaded for a start, as most hosts send them. */
  bytesToLoad({series, locales}: RuntimeChoice): number {
    const {wasm, stdlib} = this.manifest;
    const chosen = chooseSeries(this.manifest, series);
    return [wasm, stdlib, ...packageFiles(chosen, locales), this.#urls.worker]
      .filter(({url}) => !this.#pending.has(url))
      .reduce((sum, {bytes, gzip = bytes}) => sum + gzip, 0);
  }

  /**
   * The worker's own code.
   *
   * @throws PlaygroundError `runtime-unavailable`.
   */
  workerCode(): Promise<string> {
    const {locate, worker} = this.#urls;
    const {integrity} = worker;
    const url = locate(worker.url);
    return this.#once(worker.url, async () =>
      (await download(url, {integrity, ...this.#keeping(url)})).text(),
    );
  }

  /**
   * The sources behind all bytecode, which only tracebacks show.
   *
   * @throws PlaygroundError `runtime-unavailable`, `unknown-series`.
   */
  async sources(series: string | null): Promise<readonly Image[]> {
    const {manifest} = this;
    const {sources, added} = chooseSeries(manifest, series);
    return Promise.all([
      this.#image('stdlib', manifest.stdlibSources),
      this.#image('packages', sources),
      ...(added ? [this.#image('packages', added.sources)] : []),
    ]);
  }

  /**
   * The interpreter itself, compiled while it arrives.
   *
   * @throws PlaygroundError `wasm-blocked`, `runtime-unavailable`.
   */
  module(onProgress: OnProgress): Promise<WebAssembly.Module> {
    const {wasm} = this.manifest;
    return this.#reporting(onProgress, () =>
      this.#once(wasm.url, () =>
        this.#transfer(wasm, (url, options) =>
          compileFrom(url, {...options, ...this.#keeping(url)}),
        ),
      ),
    );
  }

  /** For a file that is kept: where it is when there is no network, and what to do when it came. */
  #keeping(url: string): Pick<DownloadOptions, 'kept' | 'onVerified'> {
    const files = this.#files;
    if (!files) return {};
    return {
      kept: async () => (await files.read(url)) as Blob | undefined,
      onVerified: file => this.#unkept.set(url, file),
    };
  }

  async #image(place: Image['place'], file: RuntimeFile): Promise<Image> {
    return {place, zip: await this.#file(file)};
  }

  #file(file: RuntimeFile): Promise<Shared> {
    return this.#once(file.url, async () => toShared(await this.#transfer(file, download)));
  }

  /** Get a file, with its part in the progress announced before anything comes. */
  async #transfer<Result>(
    {url, bytes, integrity}: RuntimeFile,
    get: (url: string, options: DownloadOptions) => Promise<Result>,
  ): Promise<Result> {
    const transfer: Transfer = {bytes, received: 0, ended: false};
    this.#transfers.add(transfer);
    try {
      return await get(this.#urls.locate(url), {
        bytes,
        integrity,
        onReceived: received => {
          if (transfer.ended) return;
          // A download that had to begin again is shown from where it was.
          transfer.received = Math.max(transfer.received, Math.min(received, bytes));
          this.#report();
        },
      });
    } finally {
      transfer.ended = true;
      if ([...this.#transfers].every(({ended}) => ended)) this.#transfers.clear();
    }
  }

  #report(): void {
    const transfers = [...this.#transfers];
    const loaded = transfers.reduce((sum, {received}) => sum + received, 0);
    const total = transfers.reduce((sum, {bytes}) => sum + bytes, 0);
    for (const listener of this.#listeners.keys()) listener({stage: 'download', loaded, total});
  }

  async #reporting<Result>(listener: OnProgress, work: () => Promise<Result>): Promise<Result> {
    const count = (change: number): void => {
      const waits = (this.#listeners.get(listener) ?? 0) + change;
      if (waits) this.#listeners.set(listener, waits);
      else this.#listeners.delete(listener);
    };
    count(1);
    try {
      return await work();
    } finally {
      count(-1);
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
