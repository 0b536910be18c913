import {siteUrl, fileUrl} from './files.js';
import {moduleUrl} from './modules.js';
import {createObjectURL} from './natives.js';

const {Blob, Worker: Native} = globalThis;
const {postMessage, terminate} = Worker.prototype;

/** In a worker whose script is on its way: keeps what comes for it, until it is there. */
function wait(word: string): void {
  const kept: MessageEvent[] = [];
  async function onMessage(event: MessageEvent): Promise<void> {
    event.stopImmediatePropagation();
    const {data} = event as MessageEvent<Record<string, string> | null>;
    const url = data?.[word];
    if (url === undefined) return void kept.push(event);
    const scope = globalThis as unknown as {importScripts(url: string): void};
    if (data?.['type'] === 'module') await import(/* @vite-ignore */ url);
    else scope.importScripts(url);
    removeEventListener('message', listen);
    for (const {data: message, ports} of kept) {
      dispatchEvent(new MessageEvent('message', {data: message, ports: [...ports]}));
    }
  }
  const listen = (event: MessageEvent): void => void onMessage(event);
  addEventListener('message', listen);
}

/** Lets scripts have workers of the site: the browser makes them of files that it can load. */
export function watchWorkers(): void {
  class Worker extends Native {
    constructor(address: string | URL, options: WorkerOptions = {}) {
      const url = siteUrl(String(address));
      const word = String(Math.random());
      // Chromium does not begin a module of a blob here, though it imports one.
      if (url === null) super(address, options);
      else super(waiting(word), {...options, type: 'classic'});
      if (url !== null) void start(this, url, word, options);
    }
  }
  Object.assign(globalThis, {Worker});
}

function waiting(word: string): string {
  const text = `(${wait.toString()})(${JSON.stringify(word)})`;
  return createObjectURL(new Blob([text], {type: 'text/javascript'}));
}

async function start(
  worker: Worker,
  url: string,
  word: string,
  {type}: WorkerOptions,
): Promise<void> {
  const made = await (type === 'module' ? moduleUrl(url, url) : fileUrl(url, 'script'));
  if (made !== null) return postMessage.call(worker, {[word]: made, type});
  terminate.call(worker);
  worker.dispatchEvent(new Event('error'));
}
