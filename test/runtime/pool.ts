/** The pool that the tests of this room share, so that the runtime is downloaded once. */
import manifestUrl from 'virtual:runtime-manifest-url';
import workerUrl from '../../src/worker/index.ts?bundle-url';
import {Pool} from '../../src/runtime/index.js';

let shared: Pool | undefined;

export function pool(): Pool {
  shared ??= new Pool({
    manifest: new URL(manifestUrl, location.href).href,
    worker: new URL(workerUrl, location.href).href,
  });
  return shared;
}
