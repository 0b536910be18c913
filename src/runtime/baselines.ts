import type {RuntimeManifest} from '../protocol/runtime.js';
import type {Baseline} from '../protocol/snapshot.js';
import type {SnapshotStore} from '../protocol/storage.js';
import type {RuntimeChoice} from './assets.js';
import {chooseSeries, packageFiles} from './manifest.js';

/**
 * Names everything that the bytes of a baseline depend on and that is known before an interpreter
 * starts: Pyodide, the images with our own Python, the browser. What the engine adds is in the
 * snapshot's fingerprint.
 */
export function baselineKey(manifest: RuntimeManifest, {series, locales}: RuntimeChoice): string {
  const chosen = chooseSeries(manifest, series);
  const images = [manifest.stdlib, ...packageFiles(chosen, locales)];
  return [
    manifest.pyodide.version,
    ...[manifest.wasm, ...images].map(({integrity}) => integrity),
    navigator.userAgent,
  ].join(' ');
}

/** The baseline snapshots of this browser: those read or made on this page are kept at hand. */
export class Baselines {
  readonly #store: SnapshotStore;
  readonly #known = new Map<string, Promise<Baseline | undefined>>();

  constructor(store: SnapshotStore) {
    this.#store = store;
  }

  read(key: string): Promise<Baseline | undefined> {
    let known = this.#known.get(key);
    if (!known) {
      known = this.#store.read('baseline', key);
      this.#known.set(key, known);
    }
    return known;
  }

  async keep(key: string, snapshot: Baseline): Promise<void> {
    this.#known.set(key, Promise.resolve(snapshot));
    await this.#store.write('baseline', key, snapshot);
  }

  /** One that could not be restored: none is kept any more, so that another is made. */
  async refuse(key: string): Promise<void> {
    this.#known.delete(key);
    await this.#store.remove('baseline', key);
  }
}
