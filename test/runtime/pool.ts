/** The pool that the tests of this room share, so that the runtime is downloaded once. */
import {locate, manifest} from 'virtual:runtime';
import workerUrl from '../../src/worker/index.ts?bundle-url';
import type {RuntimeFile} from '../../src/protocol/runtime.js';
import {AssetStore} from '../../src/runtime/assets.js';
import {Pool, type PoolOptions} from '../../src/runtime/index.js';

const URLS = {manifest, locate, worker: workerAt(workerUrl)};

let shared: Pool | undefined;
let store: AssetStore | undefined;

export function pool(): Pool {
  shared ??= new Pool({urls: URLS});
  return shared;
}

/** @param worker Where the worker's code lies, where that is not the real one. */
export function newPool({
  worker = workerUrl,
  ...options
}: Partial<PoolOptions> & {readonly worker?: string} = {}): Pool {
  return new Pool({urls: {...URLS, worker: workerAt(worker)}, ...options});
}

/**
 * For tests that start interpreters themselves.
 *
 * @param worker Where the worker's code lies, where that is not the real one.
 */
export function assets(worker?: string): AssetStore {
  if (worker !== undefined) return new AssetStore({...URLS, worker: workerAt(worker)});
  store ??= new AssetStore(URLS);
  return store;
}

function workerAt(url: string): RuntimeFile {
  return {url, bytes: 0, integrity: ''};
}
