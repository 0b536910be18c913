import {Pool} from '../runtime/index.js';
import manifestUrl from 'virtual:runtime-manifest-url';
import workerUrl from '../worker/index.ts?bundle-url';

let pool: Pool | undefined;

/** The one pool of this page, made when something first runs. */
export function sharedPool(): Pool {
  pool ??= new Pool({
    manifest: new URL(manifestUrl, location.href).href,
    worker: new URL(workerUrl, location.href).href,
  });
  return pool;
}
