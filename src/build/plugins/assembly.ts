import {readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {main as compile} from 'assemblyscript/asc';
import type {Plugin} from 'rolldown';
import {ROOT} from '../paths.js';

const SUFFIX = '?wasm';

/** Fast, without a runtime of its own and without imports: memory is the caller's affair. */
const COMPILER_OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--use', 'abort='];

/** Imports of `….ts?wasm`: AssemblyScript, compiled, as the bytes of a WebAssembly module. */
export function assembly(): Plugin {
  return {
    name: 'assembly',
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return null;
      const resolved = await this.resolve(source.slice(0, -SUFFIX.length), importer);
      return resolved && `${resolved.id}${SUFFIX}`;
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const {wasm, sources} = await compileAssembly(id.slice(0, -SUFFIX.length));
      for (const source of sources) this.addWatchFile(source);
      const base64 = JSON.stringify(Buffer.from(wasm).toString('base64'));
      return {
        code: `export default Uint8Array.from(atob(${base64}), char => char.charCodeAt(0));`,
        moduleType: 'js',
      };
    },
  };
}

interface Assembly {
  readonly wasm: Uint8Array;
  /** The files it was made of, as absolute paths. */
  readonly sources: readonly string[];
}

/**
 * Compile an AssemblyScript module.
 *
 * @throws Error with the compiler's messages.
 */
export async function compileAssembly(entry: string): Promise<Assembly> {
  const sources: string[] = [];
  let wasm: Uint8Array | null = null;
  const args = [relative(ROOT, entry), '--baseDir', ROOT, '--outFile', 'out.wasm'];
  let messages = '';
  const {error} = await compile([...args, ...COMPILER_OPTIONS], {
    stderr: {write: chunk => void (messages += String(chunk))},
    async readFile(name, folder) {
      const path = join(folder, name);
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text !== null) sources.push(path);
      return text;
    },
    writeFile(_name, content) {
      if (typeof content !== 'string') wasm = content;
    },
    listFiles: () => null,
  });
  if (error || !wasm) {
    throw new Error(`${relative(ROOT, entry)} does not compile.\n${messages}`, {cause: error});
  }
  return {wasm, sources};
}
