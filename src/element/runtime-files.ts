import {locate as locateRuntime} from 'virtual:runtime';
import {guestFile, guestUrl} from '../frame/index.js';
import workerUrl, {file as workerFile} from '../worker/index.ts?bundle-url';
import {configured} from './configuration.js';

export {workerFile};

/** What lies beside the runtime, by name. */
const OWN: Readonly<Record<string, string>> = {
  [workerFile.url]: workerUrl,
  [guestFile.url]: guestUrl,
};

/** Where a file of the folder `runtime/` lies: its absolute URL. */
export function locate(name: string): string {
  const {runtime} = configured();
  if (runtime === undefined) return OWN[name] ?? locateRuntime(name);
  return new URL(name, new URL(runtime.replace(/\/?$/, '/'), document.baseURI)).href;
}

/** Address of the output's frame, where it is to have one. */
export function frameAddress(): string | undefined {
  return configured().frameFile ? locate(guestFile.url) : undefined;
}
