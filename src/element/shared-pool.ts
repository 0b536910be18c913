import {Pool} from '../runtime/index.js';
import {configured} from './configuration.js';
import {locate, runtimeManifest, workerFile} from './runtime-files.js';
import {sharedStorage} from './shared-storage.js';

let pool: Pool | undefined;

/** The one pool of this page, made when something first runs. */
export function sharedPool(): Pool {
  const {interpreters, spare, snapshots = true} = configured();
  pool ??= new Pool({
    urls: {manifest: runtimeManifest(), locate, worker: workerFile},
    ...(interpreters !== undefined && {interpreters}),
    ...(spare !== undefined && {spare}),
    ...(snapshots && {snapshots: sharedStorage().snapshots, files: sharedStorage().files}),
  });
  return pool;
}
