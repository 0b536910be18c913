import {Pool} from '../runtime/index.js';
import {folder, manifest} from 'virtual:runtime';
import workerUrl from '../worker/index.ts?bundle-url';
import {configured} from './configuration.js';
import {sharedStorage} from './shared-storage.js';

let pool: Pool | undefined;

/** The one pool of this page, made when something first runs. */
export function sharedPool(): Pool {
  const {interpreters, spare, snapshots = true} = configured();
  pool ??= new Pool({
    urls: {manifest, folder, worker: workerUrl},
    ...(interpreters !== undefined && {interpreters}),
    ...(spare !== undefined && {spare}),
    ...(snapshots && {snapshots: sharedStorage().snapshots}),
  });
  return pool;
}
