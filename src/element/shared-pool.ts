import {Pool} from '../runtime/index.js';
import {folder, manifest} from 'virtual:runtime';
import workerUrl from '../worker/index.ts?bundle-url';

let pool: Pool | undefined;

/** The one pool of this page, made when something first runs. */
export function sharedPool(): Pool {
  pool ??= new Pool({urls: {manifest, folder, worker: workerUrl}});
  return pool;
}
