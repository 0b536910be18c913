/** Bytecode, compiled by Pyodide itself and kept by content, so that nothing is compiled twice. */
import {mkdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {loadPyodide, version} from 'pyodide';
import type {PyCallable, PyProxy} from 'pyodide/ffi';
import {writeWhole} from '../files.js';
import {sha256} from '../hash.js';
import {CACHE} from '../paths.js';
import {counting} from '../progress.js';

/** A Python module to be compiled. */
export interface Module {
  /** What a traceback will name: the path the module will have when it runs. */
  readonly filename: string;
  readonly source: Uint8Array;
}

/** The content of a module's `.pyc`. */
export type Bytecode = Uint8Array;

const STORE = join(CACHE, 'bytecode');
const COMPILER = join(import.meta.dirname, 'bytecode.py');

const ENVIRONMENT = {
  // The same text gives the same bytes wherever it is compiled.
  PYTHONHASHSEED: '0',
  // Columns of library code only place the carets in its lines of a traceback; without them a first
  // visit is an eighth smaller. The reader's own code is compiled where it runs, with columns.
  PYTHONNODEBUGRANGES: '1',
};

/**
 * Compile modules, in the order given.
 *
 * @throws Error that names the module whose text is not Python.
 */
export async function compileModules(modules: readonly Module[]): Promise<Bytecode[]> {
  const compiler = await readFile(COMPILER, 'utf8');
  const places = modules.map(({filename, source}) => {
    const key = sha256(
      [version, JSON.stringify(ENVIRONMENT), sha256(compiler), filename, sha256(source)].join('\n'),
    );
    return join(STORE, key.slice(0, 2), `${key.slice(2)}.pyc`);
  });
  const results = await Promise.all(places.map(place => readFile(place).catch(() => null)));
  const missing = modules.flatMap((module, index) =>
    results[index] === null ? [{module, index, place: places[index] ?? ''}] : [],
  );
  if (missing.length > 0) {
    await mkdir(STORE, {recursive: true});
    const compile = await startCompiler(compiler);
    const count = counting('Compiling modules', missing.length);
    for (const [done, {module, index, place}] of missing.entries()) {
      const bytecode = compile(module);
      await writeWhole(place, bytecode);
      results[index] = Buffer.from(bytecode);
      count(done + 1);
    }
  }
  return results.filter(result => result !== null);
}

async function startCompiler(code: string): Promise<(module: Module) => Bytecode> {
  const pyodide = await loadPyodide({env: ENVIRONMENT});
  const namespace = pyodide.toPy({}) as PyProxy;
  pyodide.runPython(code, {globals: namespace});
  const compile = namespace.get('compile_module') as PyCallable;
  return ({filename, source}) => {
    try {
      // Pyodide knows no Buffer, which is what Node reads files into.
      const result = compile(new Uint8Array(source), filename) as PyProxy & {toJs(): Uint8Array};
      const bytecode = result.toJs();
      result.destroy();
      return bytecode;
    } catch (error) {
      const reason = String(error).trim().split('\n').slice(-4).join('\n');
      throw new Error(`${filename} cannot be compiled:\n${reason}`, {cause: error});
    }
  };
}
