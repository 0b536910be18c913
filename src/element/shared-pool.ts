import {Pool} from '../runtime/index.js';
import {openStorage, type PlaygroundStorage} from '../storage/index.js';
import {folder, manifest} from 'virtual:runtime';
import workerUrl from '../worker/index.ts?bundle-url';
import {configured} from './configuration.js';

let pool: Pool | undefined;
let storage: PlaygroundStorage | undefined;

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

/** What is kept in the reader's browser. */
export function sharedStorage(): PlaygroundStorage {
  const {storage: budget} = configured();
  storage ??= openStorage(budget === undefined ? {} : {budget});
  return storage;
}
