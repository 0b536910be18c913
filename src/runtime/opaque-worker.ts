/**
 * Workers of opaque origin. The reader's Python can reach JavaScript; in such a worker it finds
 * neither the page's cookies and storage nor any URL of the page's own. A `data:` module worker
 * is one in every engine, and needs no file at the site's root and no headers.
 */
import type {ModuleMessage, StartMessage} from '../protocol/interpreter.js';
import {PlaygroundError} from '../protocol/failure.js';

/** A worker that has been started and handed its port. */
export interface WorkerHandle {
  /** Where its questions go and its answers come from. */
  readonly port: MessagePort;
  /** Hand it the compiled module, for which booting waits. */
  provide(wasm: WebAssembly.Module): void;
  /** Be told when the thread itself fails. */
  watch(onFailure: (message: string) => void): void;
  terminate(): void;
}

/** Milliseconds after which a worker that has not said a word counts as refused. */
const PROBE_TIMEOUT = 10_000;

/** The message with the module comes later than the one with the port, and is waited for. */
const MODULE = `const module = new Promise(resolve => {
  addEventListener('message', ({data}) => data.wasm && resolve(data.wasm));
});`;

/** Takes its code as a message: quick to start, because the engine need not decode a long URL. */
const IMPORTING_STUB = `${MODULE}
addEventListener('message', async ({data}) => {
  const url = URL.createObjectURL(new Blob([data.code], {type: 'text/javascript'}));
  await import(url);
  URL.revokeObjectURL(url);
  self.startInterpreter(data, module);
}, {once: true});`;

/** Follows the code where it is part of the URL itself. */
const STARTING_TAIL = `
${MODULE}
addEventListener('message', ({data}) => self.startInterpreter(data, module), {once: true});`;

const PROBE = `import(URL.createObjectURL(new Blob([''], {type: 'text/javascript'})))
  .then(() => postMessage(true), () => postMessage(false));`;

let importing: Promise<boolean> | undefined;

/**
 * Whether a worker of opaque origin may read a blob, and so import its code from one; WebKit says
 * no. Asked once a page.
 *
 * @throws PlaygroundError `worker-blocked` when no such worker starts.
 */
export function workersReadBlobs(): Promise<boolean> {
  importing ??= probe();
  importing.catch(() => (importing = undefined));
  return importing;
}

/** Start a worker and hand it what it needs; it answers over the port of the handle. */
export async function spawnOpaqueWorker(code: string): Promise<WorkerHandle> {
  const imports = await workersReadBlobs();
  const worker = createWorker(imports ? IMPORTING_STUB : code + STARTING_TAIL);
  const {port1, port2} = new MessageChannel();
  const message: StartMessage = {code: imports ? code : '', port: port2};
  worker.postMessage(message, [port2]);
  return {
    port: port1,
    provide(wasm) {
      const provided: ModuleMessage = {wasm};
      worker.postMessage(provided);
    },
    watch(onFailure) {
      worker.addEventListener('error', event => {
        event.preventDefault();
        onFailure(event.message || 'the worker could not be started');
      });
    },
    terminate() {
      worker.terminate();
      port1.close();
    },
  };
}

function createWorker(source: string): Worker {
  const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`;
  return new Worker(url, {type: 'module', name: 'django-playground'});
}

async function probe(): Promise<boolean> {
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<boolean>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), PROBE_TIMEOUT);
      worker = createWorker(PROBE);
      worker.addEventListener('message', ({data}) => resolve(data === true));
      worker.addEventListener('error', () => reject(new Error('refused')));
    });
  } catch (cause) {
    throw new PlaygroundError(
      {
        code: 'worker-blocked',
        message:
          'This page does not allow the isolated worker that runs Python. If it sends a Content-Security-Policy, add "worker-src data:" and "script-src blob:" to it.',
      },
      {cause},
    );
  } finally {
    clearTimeout(timer);
    worker?.terminate();
  }
}
