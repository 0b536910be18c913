import {loadPyodide, type PyodideAPI} from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import {PlaygroundError} from '../protocol/failure.js';
import type {PyodideIdentity} from '../protocol/interpreter.js';
import type {ImageFileSystem} from './image-file-system.js';
import {withLocalTime} from './local-time.js';
import {InterpreterMemory, type PyodideModule} from './memory/interpreter-memory.js';
import {fromReference} from './memory/references.js';
import type {OpenSnapshot} from './memory/snapshot.js';

/** What an interpreter starts from; all of it was handed over by the page. */
export interface BootOptions {
  readonly wasm: WebAssembly.Module;
  readonly identity: PyodideIdentity;
  /** Has Python's standard library, when it resolves. */
  readonly files: Promise<ImageFileSystem>;
  /** Restored instead of starting Python anew. */
  readonly snapshots?: Promise<readonly OpenSnapshot[]>;
  /** Told when a part of the start is done. */
  readonly lap: (phase: string) => void;
}

export interface Booted {
  readonly pyodide: PyodideAPI;
  readonly memory: InterpreterMemory;
}

/** Nothing is fetched from here: Pyodide wants addresses, and gets what the page handed over. */
const NOWHERE = 'https://runtime.invalid/';
const STDLIB_URL = `${NOWHERE}stdlib.zip`;

/** A zip without files: only its end-of-directory record. The library is mounted as a folder. */
const EMPTY_ZIP = new Uint8Array(22);
EMPTY_ZIP.set([0x50, 0x4b, 5, 6]);

/** Tells Pyodide that a snapshot is restored; its own format it is not. */
const SOME_SNAPSHOT = new Uint8Array();

/**
 * Start Pyodide from what is already here: from its bytecode, or from snapshots of a memory.
 *
 * Pyodide asks `fetch` and `WebAssembly.instantiateStreaming` for its two files and has no option
 * to be given them, so both are answered from memory until it has started.
 *
 * @throws PlaygroundError `snapshot-refused`, `wasm-blocked`; whatever the engine says when the
 *   module cannot be instantiated, where Pyodide itself would only warn and never settle.
 */
export async function bootPyodide(options: BootOptions): Promise<Booted> {
  const {fetch} = globalThis;
  const {instantiateStreaming} = WebAssembly;
  try {
    return await new Promise<Booted>((resolve, reject) => {
      globalThis.fetch = async (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        if (url.endsWith('.wasm')) return new Response();
        if (url === STDLIB_URL) return new Response(EMPTY_ZIP);
        return fetch(input, init);
      };
      WebAssembly.instantiateStreaming = async (_source, imports) => {
        const instance = WebAssembly.instantiate(options.wasm, imports);
        instance.catch(error => reject(explain(error)));
        return {module: options.wasm, instance: await instance};
      };
      load(options).then(resolve, reject);
    });
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

async function load({identity, files, snapshots, lap}: BootOptions): Promise<Booted> {
  let memory: InterpreterMemory | undefined;
  const createModule: typeof createPyodideModule = async settings => {
    const created = await withLocalTime(createPyodideModule)(settings);
    const module = created as unknown as PyodideModule;
    lap('instantiate');
    memory = new InterpreterMemory(module, identity.version);
    if (snapshots) memory.restoreAtStart(await snapshots);
    lap('read');
    return created;
  };
  const library = libraryFolder(identity);
  const pyodide = await loadPyodide({
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    stdLibURL: STDLIB_URL,
    lockFileContents: lockFile(identity),
    createPyodideModule: createModule,
    // Python takes the empty zip for its whole library. Our side removes the variable again.
    env: {PYTHONPATH: library},
    fsInit: async fs => (await files).mount(fs, library, ['lib-dynload', 'site-packages']),
    ...(snapshots && {_loadSnapshot: SOME_SNAPSHOT, _snapshotDeserializer: fromReference}),
  });
  if (!memory) throw new PlaygroundError({code: 'internal', message: 'Pyodide has no module.'});
  return {pyodide, memory};
}

/** E.g. `/lib/python3.14`, where Python looks for its library. */
function libraryFolder({python}: PyodideIdentity): string {
  const [major, minor] = python.split('.');
  return `/lib/python${major}.${minor}`;
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
