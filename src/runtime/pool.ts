import {PlaygroundError} from '../protocol/failure.js';
import {AssetStore, type AssetUrls, type OnProgress} from './assets.js';
import {Interpreter} from './interpreter.js';
import {spawnOpaqueWorker, workersReadBlobs} from './opaque-worker.js';
import {wasmBlocked} from './wasm-blocked.js';

/** Milliseconds in which an interpreter must have started; a broken one may never say so. */
const BOOT_TIMEOUT = 120_000;

/**
 * The interpreters of a page.
 *
 * The life of one is `blank → booted → loaded → serving → retired`, and it never goes back: Python
 * keeps the modules it has imported, so code that changed always gets an interpreter that has run
 * nothing yet. The pool makes them; a session loads, uses and retires its own. All elements of a
 * page share one pool, and with it one download and one compiled module.
 */
export class Pool {
  readonly #assets: AssetStore;

  constructor(urls: AssetUrls) {
    this.#assets = new AssetStore(urls);
  }

  /**
   * A booted interpreter that has never run anything.
   *
   * @param series e.g. `5.2`, or `null` for the default.
   * @throws PlaygroundError with any of the runtime's codes; the signal's reason when aborted.
   */
  async lease(
    series: string | null,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<Interpreter> {
    onProgress({stage: 'download'});
    const [assets, wasm] = await Promise.all([
      this.#assets.load({series, locales: true}, onProgress),
      this.#assets.module(onProgress),
      workersReadBlobs(),
    ]);
    signal?.throwIfAborted();
    const interpreter = new Interpreter(await spawnOpaqueWorker(assets.workerCode, wasm));
    const stop = () => interpreter.stop({code: 'stopped', message: 'The start was stopped.'});
    signal?.addEventListener('abort', stop);
    const timer = setTimeout(() => interpreter.stop(bootTimedOut()), BOOT_TIMEOUT);
    try {
      interpreter.events = {onstage: stage => onProgress({stage})};
      const {images, manifest} = assets;
      await interpreter.ask('boot', {images, pyodide: manifest.pyodide});
      return interpreter;
    } catch (error) {
      interpreter.stop({code: 'boot-failed', message: 'The interpreter did not start.'});
      signal?.throwIfAborted();
      throw bootFailed(error);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }
}

function bootTimedOut() {
  return {
    code: 'boot-failed',
    message: 'Python did not start within two minutes. Reload the page, or try another browser.',
  } as const;
}

function bootFailed(error: unknown): PlaygroundError {
  if (error instanceof PlaygroundError && error.code === 'boot-failed') return error;
  if (error instanceof PlaygroundError && error.code === 'wasm-blocked') return wasmBlocked(error);
  const reason = error instanceof Error ? error.message : String(error);
  return new PlaygroundError(
    {
      code: 'boot-failed',
      message: `Python could not be started: ${reason} Reload the page, or try another browser.`,
    },
    {cause: error},
  );
}
