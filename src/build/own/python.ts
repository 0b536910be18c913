/** The Python of a runtime, run by Node. */
import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';
import {loadPyodide, type PyodideAPI} from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import type {PyCallable, PyProxy} from 'pyodide/ffi';
import type {RuntimeManifest, RuntimeSeries} from '../../protocol/runtime.js';
import type {PlacedFile} from '../files.js';
import {SITE_PACKAGES, STDLIB} from '../runtime/layout.js';

/** As bytecode is made for the runtime itself: see `runtime/bytecode.ts`. */
const ENVIRONMENT = {PYTHONHASHSEED: '0', PYTHONNODEBUGRANGES: '1'};

/** A zip without files: the library is a folder. */
const EMPTY_ZIP = new Uint8Array(22);
EMPTY_ZIP.set([0x50, 0x4b, 5, 6]);

/** As much of Emscripten's file system as is used here. */
interface FileSystem {
  readonly filesystems: {readonly NODEFS: object};
  mkdirTree(path: string): void;
  mount(type: object, options: {root: string}, mountPoint: string): void;
}

/** A Python with a series of Django and packages beside it. */
export class Python {
  readonly #pyodide: PyodideAPI;
  readonly #namespace: PyProxy;

  private constructor(pyodide: PyodideAPI, namespace: PyProxy) {
    this.#pyodide = pyodide;
    this.#namespace = namespace;
  }

  /**
   * @param runtime Folder of the runtime's files.
   * @param added Files of packages as they lie in site-packages.
   * @param scratch An empty folder.
   */
  static async start(
    runtime: string,
    {pyodide: identity, wasm, stdlib, stdlibSources}: RuntimeManifest,
    {image, sources}: RuntimeSeries,
    added: readonly PlacedFile[],
    scratch: string,
  ): Promise<Python> {
    const library = join(scratch, 'library');
    for (const {url} of [stdlib, stdlibSources]) await unpack(join(runtime, url), library);
    const packages = join(library, 'site-packages');
    for (const {url} of [image, sources]) await unpack(join(runtime, url), packages);
    await mkdir(join(library, 'lib-dynload'), {recursive: true});
    for (const {path, content} of added) await write(join(packages, path), content);
    await copyFile(join(runtime, wasm.url), join(scratch, 'pyodide.asm.wasm'));
    const empty = join(scratch, 'empty.zip');
    await writeFile(empty, EMPTY_ZIP);
    const {abiVersion, arch, platform, python, version} = identity;
    const pyodide = await loadPyodide({
      indexURL: scratch,
      stdLibURL: empty,
      lockFileContents: {
        info: {abi_version: abiVersion, arch, platform, python, version},
        packages: {},
      },
      createPyodideModule,
      env: {...ENVIRONMENT, PYTHONPATH: STDLIB},
      fsInit: async (fs: FileSystem) => {
        fs.mkdirTree(STDLIB);
        fs.mount(fs.filesystems.NODEFS, {root: library}, STDLIB);
      },
    });
    const namespace = pyodide.toPy({}) as PyProxy;
    for (const script of ['runtime/bytecode.py', 'own/own.py']) {
      const code = await readFile(join(import.meta.dirname, '..', script), 'utf8');
      pyodide.runPython(code, {globals: namespace});
    }
    return new Python(pyodide, namespace);
  }

  /** The content of a module's `.pyc`; `undefined` where its text is not Python. */
  compile(path: string, source: Uint8Array): Uint8Array | undefined {
    const compile = this.#namespace.get('compile_module') as PyCallable;
    try {
      const result = compile(new Uint8Array(source), `${SITE_PACKAGES}/${path}`) as PyProxy & {
        toJs(): Uint8Array;
      };
      const bytecode = result.toJs();
      result.destroy();
      return bytecode;
    } catch (error) {
      // Packages bring templates of modules, and tests of errors.
      if (error instanceof this.#pyodide.ffi.PythonError && error.type.endsWith('Error'))
        return undefined;
      throw error;
    } finally {
      compile.destroy();
    }
  }

  /** Those of these modules, one a line, that can be imported before there are settings. */
  importable(names: readonly string[]): string {
    const importable = this.#namespace.get('importable') as PyCallable;
    try {
      return String(importable(names.join('\n')));
    } finally {
      importable.destroy();
    }
  }
}

async function unpack(zip: string, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(unzipSync(await readFile(zip)))) {
    await write(join(folder, path), content);
  }
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, content);
}
