/** The workers of this page, counted where they are made and ended, whoever should know of them. */
import {workersReadBlobs} from '../../src/runtime/opaque-worker.js';

const RealWorker = globalThis.Worker;
const alive = new Set<Worker>();
/** The most that were alive at a time. */
let most = 0;

class WatchedWorker extends RealWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    alive.add(this);
    most = Math.max(most, alive.size);
  }

  override terminate(): void {
    super.terminate();
    alive.delete(this);
  }
}

/** Begin to count; for `before`. */
export async function watchWorkers(): Promise<void> {
  // It is found out with a worker that is no interpreter.
  await workersReadBlobs();
  globalThis.Worker = WatchedWorker;
}

/** For `after`. Workers that are still alive would be in the way of other tests. */
export function unwatchWorkers(): void {
  for (const worker of alive) worker.terminate();
  globalThis.Worker = RealWorker;
}

export function workersAlive(): readonly Worker[] {
  return [...alive];
}

/** @returns the most workers that were alive at a time since the last call. */
export function takeMost(): number {
  const taken = most;
  most = alive.size;
  return taken;
}

/** Let a worker end as it does when its thread fails. */
export function crash(worker: Worker): void {
  worker.terminate();
  worker.dispatchEvent(new ErrorEvent('error', {message: 'ended by the test', cancelable: true}));
}
