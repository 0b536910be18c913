import {PlaygroundError} from '../../protocol/failure.js';
import type {MemorySnapshot} from '../../protocol/snapshot.js';
import type {EmscriptenFS} from '../emscripten.js';
import {freeBytes} from '../free-bytes.js';
import {readLocalTime, restoreLocalTime} from '../local-time.js';
import {toReference} from './references.js';
import {restoreMemory, takeMemory, type Memory, type OpenSnapshot} from './snapshot.js';

/**
 * What of Pyodide's module is used here and is not public. All of it was read in the sources of
 * release 314.0.7, the one that is installed; tests restore a snapshot in each engine.
 */
export interface PyodideModule extends Memory {
  readonly HEAP32: Int32Array;
  readonly FS: EmscriptenFS;
  /** Addresses of functions and data, which the engine hands out at the start. */
  readonly GOT: Readonly<Record<string, WebAssembly.Global>>;
  readonly LDSO: {readonly loadedLibsByName: Readonly<Record<string, unknown>>};
  /** An object of JavaScript that Python may refer to. */
  readonly __hiwire_get: (index: number) => object;
  readonly wasmTable: WebAssembly.Table;
  readonly __PyRuntime: number;
  /** SQLite's own randomness; with 0 bytes asked for it starts anew. */
  readonly _sqlite3_randomness: (bytes: number, at: number) => void;
  readonly __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
  readonly API: {
    restoreSnapshot: () => object;
    serializeHiwireState(serializer: (object: unknown) => unknown): object;
  };
}

/** Raised when a snapshot of an older version would no longer fit. */
const FORMAT = 1;

/** Where Pyodide's table of objects has the packages that it takes for loaded. */
const LOADED_PACKAGES = 6;

/** Standard input, output and error. */
const STANDARD_STREAMS = 3;

/** The memory of one interpreter: restored when it starts, taken when it rests. */
export class InterpreterMemory {
  readonly #module: PyodideModule;
  readonly #fingerprint: string;
  /** Of the functions that Python can call; more of them are of code that a restore would lack. */
  readonly #functions: number;

  /** @param version Pyodide's. */
  constructor(module: PyodideModule, version: string) {
    this.#module = module;
    this.#functions = module.wasmTable.length;
    this.#fingerprint = `${FORMAT}-${version}-${fingerprintOf(module)}`;
  }

  /** Let Pyodide restore these, one over the other, where it would restore its own kind. */
  restoreAtStart(snapshots: readonly OpenSnapshot[]): void {
    const module = this.#module;
    module.API.restoreSnapshot = () => {
      const trampoline = readTrampoline(module);
      restoreMemory(module, snapshots, this.#fingerprint);
      for (const {bytes} of snapshots) freeBytes(bytes);
      // Its place in the table is this instance's own.
      module.HEAP32[trampolineIndex(module)] = trampoline;
      // oxlint-disable-next-line no-underscore-dangle -- Emscripten's name
      module._sqlite3_randomness(0, 0);
      const references = snapshots.at(-1)?.references;
      if (references) restoreLocalTime(references.localTime);
      return references?.objects ?? {};
    };
  }

  /**
   * @param since What the interpreter was restored from: only what differs is taken. Its bytes are
   *   freed.
   * @throws PlaygroundError `not-snapshotted` when something in it could not be restored.
   */
  take(since: readonly OpenSnapshot[]): MemorySnapshot {
    const module = this.#module;
    const {FS, LDSO, wasmTable} = module;
    const open = FS.streams.filter(Boolean).length;
    if (open > STANDARD_STREAMS) throw notSnapshotted('keeps files open');
    if (Object.keys(LDSO.loadedLibsByName).length > 1) throw notSnapshotted('loaded libraries');
    if (wasmTable.length > this.#functions) throw notSnapshotted('made functions for C code');
    forgetPackages(module);
    const references = {
      objects: module.API.serializeHiwireState(toReference),
      localTime: readLocalTime(),
    };
    const taken = takeMemory(module, since, this.#fingerprint, references);
    for (const {bytes} of since) freeBytes(bytes);
    return taken;
  }
}

/** It lists what lies in site-packages as if it had loaded that, and refuses to write it down. */
function forgetPackages(module: PyodideModule): void {
  // oxlint-disable-next-line no-underscore-dangle -- Pyodide's name
  const packages = module.__hiwire_get(LOADED_PACKAGES);
  for (const name of Object.keys(packages)) Reflect.deleteProperty(packages, name);
}

function fingerprintOf(module: PyodideModule): string {
  let sum = 0x811c9dc5;
  for (const {value} of Object.values(module.GOT)) {
    sum = Math.imul(sum ^ Number(value), 0x01000193);
  }
  const trampoline = readTrampoline(module) ? 'trampoline' : 'plain';
  return `${(sum >>> 0).toString(16)}-${trampoline}`;
}

/** Python calls functions of unknown type through it; 0 in an engine that cannot. */
function readTrampoline(module: PyodideModule): number {
  return module.HEAP32[trampolineIndex(module)] ?? 0;
}

function trampolineIndex(module: PyodideModule): number {
  // oxlint-disable no-underscore-dangle -- Python's names of them
  const offset = module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2] ?? 0;
  return (module.__PyRuntime + offset) >> 2;
  // oxlint-enable no-underscore-dangle
}

function notSnapshotted(what: string): PlaygroundError {
  return new PlaygroundError({
    code: 'not-snapshotted',
    message: `The project ${what}, which a snapshot cannot hold. It starts the slower way on the next visit too.`,
  });
}
