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

/** Milliseconds after which a worker that has its code and says nothing counts as refused. */
const PATIENCE = 30_000;

/** The message with the module comes later than the one with the port, and is waited for. */
const MODULE = `const module = new Promise(resolve => {
  addEventListener('message', ({data}) => data.wasm && resolve(data.wasm));
});`;

/**
 * Takes its code as a message: quick to start, because the engine need not decode a long URL. Says
 * whether it could import that.
 */
const IMPORTING_STUB = `${MODULE}
addEventListener('message', async ({data}) => {
  const url = URL.createObjectURL(new Blob([data.code], {type: 'text/javascript'}));
  const imported = await import(url).then(() => true, () => false);
  URL.revokeObjectURL(url);
  if (imported) self.startInterpreter(data, module);
  postMessage(imported);
}, {once: true});`;

/** Follows the code where it is part of the URL itself. */
const STARTING_TAIL = `
${MODULE}
addEventListener('message', ({data}) => self.startInterpreter(data, module), {once: true});`;

const PROBE = `import(URL.createObjectURL(new Blob([''], {type: 'text/javascript'})))
  .then(() => postMessage(true), () => postMessage(false));`;

/** What the first worker of the page has found out for all others. */
let readingBlobs: Promise<boolean> | undefined;

/** The first worker of the page, as long as nobody has taken it. */
let ahead: Promise<WorkerHandle> | undefined;

/**
 * Whether a worker of opaque origin may read a blob, and so import its code from one; WebKit says
 * no. The first worker of the page tells; where there is none yet, one is started for it.
 *
 * @throws PlaygroundError `worker-blocked` when no such worker starts.
 */
export function workersReadBlobs(): Promise<boolean> {
  return readingBlobs ?? findOut(probe());
}

/** Start the first worker of the page while all that it needs is still coming. */
export function startWorkerAhead(code: Promise<string>): void {
  if (readingBlobs) return;
  ahead = spawn(code);
  // Whoever wants one then tries again, and is told.
  ahead.catch(() => (ahead = undefined));
}

/**
 * Start a worker, or take the one that was started ahead.
 *
 * @throws PlaygroundError `worker-blocked`; what the code was not to be had for.
 */
export function spawnOpaqueWorker(code: Promise<string>): Promise<WorkerHandle> {
  const worker = ahead ?? spawn(code);
  ahead = undefined;
  return worker;
}

async function spawn(code: Promise<string>): Promise<WorkerHandle> {
  if (readingBlobs === undefined) {
    const importing = startImporting(code);
    void findOut(importing.then(worker => worker !== null));
    const worker = await importing;
    if (worker) return worker;
  }
  const worker = (await readingBlobs) ? await startImporting(code) : null;
  return worker ?? startWith(await code);
}

/** Each who asks is told of a failure, and whoever asks later has it tried again. */
function findOut(answer: Promise<boolean>): Promise<boolean> {
  readingBlobs = answer;
  answer.catch(() => (readingBlobs = undefined));
  return answer;
}

/** @returns nothing where workers may not import their code from a blob. */
async function startImporting(code: Promise<string>): Promise<WorkerHandle | null> {
  const worker = createWorker(IMPORTING_STUB);
  const {port1, port2} = new MessageChannel();
  let isImported = false;
  try {
    isImported = await answerOf(worker, async () => {
      const message: StartMessage = {code: await code, port: port2};
      worker.postMessage(message, [port2]);
    });
  } finally {
    if (!isImported) worker.terminate();
  }
  return isImported ? toHandle(worker, port1) : null;
}

function startWith(code: string): WorkerHandle {
  const worker = createWorker(code + STARTING_TAIL);
  const {port1, port2} = new MessageChannel();
  const message: StartMessage = {code: '', port: port2};
  worker.postMessage(message, [port2]);
  return toHandle(worker, port1);
}

function toHandle(worker: Worker, port: MessagePort): WorkerHandle {
  return {
    port,
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
      port.close();
    },
  };
}

/** @throws PlaygroundError `worker-blocked` in WebKit; elsewhere the worker itself fails. */
function createWorker(source: string): Worker {
  const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`;
  try {
    return new Worker(url, {type: 'module', name: 'django-playground'});
  } catch (error) {
    throw workerBlocked(error);
  }
}

async function probe(): Promise<boolean> {
  const worker = createWorker(PROBE);
  try {
    return await answerOf(worker, async () => {});
  } finally {
    worker.terminate();
  }
}

/**
 * The first word of a worker, once it has what it needs.
 *
 * @throws PlaygroundError `worker-blocked` when it does not start; whatever `provide` throws.
 */
async function answerOf(worker: Worker, provide: () => Promise<void>): Promise<boolean> {
  const listening = new AbortController();
  const {signal} = listening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<boolean>((resolve, reject) => {
      const refuse = (reason: string): void => reject(workerBlocked(new Error(reason)));
      worker.addEventListener('message', ({data}) => resolve(data === true), {signal});
      worker.addEventListener('error', () => refuse('refused'), {signal});
      provide().then(() => {
        timer = setTimeout(() => refuse('no answer'), PATIENCE);
      }, reject);
    });
  } finally {
    clearTimeout(timer);
    listening.abort();
  }
}

function workerBlocked(cause: unknown): PlaygroundError {
  return new PlaygroundError(
    {
      code: 'worker-blocked',
      message:
        'This page does not allow the isolated worker that runs Python. If it sends a Content-Security-Policy, add "worker-src data:" and "script-src blob:" to it.',
    },
    {cause},
  );
}
