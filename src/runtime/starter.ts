import {PlaygroundError, type FailureCode} from '../protocol/failure.js';
import type {Image} from '../protocol/interpreter.js';
import type {MemorySnapshot} from '../protocol/snapshot.js';
import type {AssetStore, OnProgress, RuntimeChoice} from './assets.js';
import {Interpreter} from './interpreter.js';
import {measure} from './measures.js';
import {spawnOpaqueWorker} from './opaque-worker.js';
import {toReadable} from './shared-bytes.js';
import {useInterpreter} from './use-interpreter.js';
import {wasmBlocked} from './wasm-blocked.js';

/** How to start an interpreter. */
export interface StartOptions extends RuntimeChoice {
  /** Restored, one over the other; none to start from bytecode. */
  readonly memory: readonly MemorySnapshot[];
  /** What is mounted; downloaded where it is not at hand. */
  readonly images?: readonly Image[];
  /** Import what every site imports. */
  readonly preload?: boolean;
  /** Milliseconds that it may take; 15 s for a restore and two minutes otherwise unless told. */
  readonly patience?: number;
}

/** Milliseconds in which Python must have started; a broken one may never say so. */
const BOOT_TIMEOUT = 120_000;

/** Milliseconds for a restore, which takes a fraction of one second where it works. */
const RESTORE_TIMEOUT = 15_000;

/**
 * Start an interpreter that has run nothing of any page.
 *
 * @throws PlaygroundError with any of the runtime's codes; the signal's reason when aborted.
 */
export async function startInterpreter(
  store: AssetStore,
  options: StartOptions,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Interpreter> {
  onProgress({stage: 'download'});
  // The worker starts while the module is compiled, and what it needs is read.
  const compiling = store.module(onProgress);
  const reading = Promise.all([
    options.images ?? store.images(options, onProgress),
    Promise.all(options.memory.map(readAhead)),
  ]);
  for (const early of [compiling, reading]) early.catch(() => {});
  const worker = await spawnOpaqueWorker(store.workerCode());
  // From now on its death is noticed, whatever is still waited for.
  const interpreter = new Interpreter(worker, options.memory);
  interpreter.events = {onstage: stage => onProgress({stage})};
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const {pyodide} = store.manifest;
    const {memory, preload = false} = options;
    const {patience = memory.length ? RESTORE_TIMEOUT : BOOT_TIMEOUT} = options;
    const report = await useInterpreter(interpreter, signal, async () => {
      const [images, ahead] = await reading;
      const booting = interpreter.ask(
        'boot',
        {
          images: await toReadable(images),
          pyodide,
          memory: ahead.map(read => read.memory),
          preload,
        },
        ahead.flatMap(read => read.transfer),
      );
      booting.catch(() => {});
      worker.provide(await compiling);
      timer = setTimeout(() => interpreter.stop(timedOut(patience)), patience);
      return booting;
    });
    measure(memory.length ? 'restore' : 'boot', report);
    return interpreter;
  } catch (error) {
    signal.throwIfAborted();
    throw options.memory.length ? restoreFailed(bootFailed(error)) : bootFailed(error);
  } finally {
    clearTimeout(timer);
  }
}

/** A snapshot on its way to a worker. */
interface ReadAhead {
  readonly memory: MemorySnapshot;
  /** What is handed over with it. */
  readonly transfer: readonly ArrayBuffer[];
}

/**
 * Read the pages of a snapshot here, where there is time for it: the worker would only come to it
 * once Python's module is instantiated. What cannot be read it finds out for itself.
 */
async function readAhead(memory: MemorySnapshot): Promise<ReadAhead> {
  const {pages} = memory;
  if (pages instanceof Uint8Array) return {memory, transfer: []};
  try {
    const buffer = await pages.arrayBuffer();
    return {memory: {...memory, pages: new Uint8Array(buffer)}, transfer: [buffer]};
  } catch {
    return {memory, transfer: []};
  }
}

function timedOut(limit: number) {
  return {
    code: 'boot-failed',
    message: `Python did not start within ${limit / 1000} seconds. Reload the page, or try another browser.`,
  } as const;
}

/** A restore that does not end, or goes wrong in another way, is as bad as one that is refused. */
function restoreFailed(error: PlaygroundError): PlaygroundError {
  if (error.code !== 'boot-failed') return error;
  const reason = error.cause instanceof Error ? error.cause.message : 'it takes too long';
  const message = `A saved snapshot cannot be used: ${reason} Python starts the slower way, and makes another.`;
  return new PlaygroundError({code: 'snapshot-refused', message}, {cause: error});
}

/** Failures that say all there is to say. */
const PLAIN: ReadonlySet<FailureCode> = new Set([
  'boot-failed',
  'runtime-unavailable',
  'snapshot-refused',
]);

function bootFailed(error: unknown): PlaygroundError {
  if (error instanceof PlaygroundError) {
    if (PLAIN.has(error.code)) return error;
    if (error.code === 'wasm-blocked') return wasmBlocked(error);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new PlaygroundError(
    {
      code: 'boot-failed',
      message: `Python could not be started: ${reason} Reload the page, or try another browser.`,
    },
    {cause: error},
  );
}
