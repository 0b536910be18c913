import {loadPyodide, type PyodideAPI} from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import {PlaygroundError} from '../protocol/failure.js';
import type {PyodideIdentity} from '../protocol/interpreter.js';
import {withLocalTime} from './local-time.js';

/** Nothing is fetched from here: Pyodide wants addresses, and gets what the page handed over. */
const NOWHERE = 'https://runtime.invalid/';
const STDLIB_URL = `${NOWHERE}stdlib.zip`;

/**
 * Start Pyodide from a compiled module and a standard library that are already here.
 *
 * Pyodide asks `fetch` and `WebAssembly.instantiateStreaming` for its two files and has no option
 * to be given them, so both are answered from memory until it has started.
 *
 * @throws whatever the engine says when the module cannot be instantiated, where Pyodide itself
 *   would only warn and never settle.
 */
export async function bootPyodide(
  wasm: WebAssembly.Module,
  stdlib: Uint8Array<ArrayBuffer>,
  identity: PyodideIdentity,
): Promise<PyodideAPI> {
  const {fetch} = globalThis;
  const {instantiateStreaming} = WebAssembly;
  try {
    return await new Promise<PyodideAPI>((resolve, reject) => {
      globalThis.fetch = async (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        if (url.endsWith('.wasm')) return new Response();
        if (url === STDLIB_URL) return new Response(stdlib);
        return fetch(input, init);
      };
      WebAssembly.instantiateStreaming = async (_source, imports) => {
        const instance = WebAssembly.instantiate(wasm, imports);
        instance.catch(error => reject(explain(error)));
        return {module: wasm, instance: await instance};
      };
      loadPyodide({
        indexURL: NOWHERE,
        packageBaseUrl: NOWHERE,
        stdLibURL: STDLIB_URL,
        lockFileContents: lockFile(identity),
        createPyodideModule: withLocalTime(createPyodideModule),
      }).then(resolve, reject);
    });
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * WebKit heeds the page's policy only here, where others refuse to compile at all. Exhausted memory
 * and a module that does not fit are something else.
 */
function explain(error: unknown): unknown {
  if (error instanceof RangeError || error instanceof WebAssembly.LinkError) return error;
  return new PlaygroundError({code: 'wasm-blocked', message: String(error)});
}

/** Pyodide checks these words of its lock file and takes packages from it, of which we name none. */
function lockFile({abiVersion, arch, platform, python, version}: PyodideIdentity) {
  return {info: {abi_version: abiVersion, arch, platform, python, version}, packages: {}};
}
