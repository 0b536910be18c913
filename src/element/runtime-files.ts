import {locate as locateRuntime, manifest} from 'virtual:runtime';
import {markupParser} from '../frame/index.js';
import {blankFile, blankUrl, guestFile, guestUrl} from '../frame/own-files.js';
import type {RuntimeManifest} from '../protocol/runtime.js';
import workerUrl, {file as workerFile} from '../worker/index.ts?bundle-url';
import {configured} from './configuration.js';

export {workerFile};

/** What the runtime has. */
export function runtimeManifest(): RuntimeManifest {
  return configured().manifest ?? manifest;
}

/** What lies beside the runtime, by name. */
const OWN: Readonly<Record<string, string>> = {
  [workerFile.url]: workerUrl,
  [guestFile.url]: guestUrl,
  [blankFile.url]: blankUrl,
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

/** What parses the site's markup, where the page's own parser would report it. */
export async function siteParser(): Promise<DOMParser | undefined> {
  return configured().frameFile ? markupParser(locate(blankFile.url)) : undefined;
}
