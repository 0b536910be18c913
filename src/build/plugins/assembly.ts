import {randomUUID} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile, rename} from 'node:fs/promises';
import {dirname, join, relative} from 'node:path';
import type {Plugin} from 'rolldown';
import {CommandError} from '../command.js';
import {readFiles} from '../files.js';
import {sha256} from '../hash.js';
import {CACHE, ROOT} from '../paths.js';
import {runTool} from '../tool.js';

const SUFFIX = '?wasm';

/** Fast, without a runtime of its own and without imports: memory is the caller's affair. */
const COMPILER_OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--use', 'abort='];

/**
 * Imports of `….ts?wasm`: AssemblyScript, compiled, as the bytes of a WebAssembly module. What it
 * imports itself lies in its own folder.
 */
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
      const entry = id.slice(0, -SUFFIX.length);
      const sources = await readSources(entry);
      for (const {path} of sources) this.addWatchFile(join(dirname(entry), path));
      const key = sha256(JSON.stringify([COMPILER_OPTIONS, sources]));
      const base64 = (await compileOnce(entry, key)).toString('base64');
      return {
        code: `export default Uint8Array.from(atob('${base64}'), char => char.charCodeAt(0));`,
        moduleType: 'js',
      };
    },
  };
}

async function readSources(entry: string): Promise<{path: string; text: string}[]> {
  const files = await readFiles(dirname(entry));
  return files
    .filter(({path}) => path.endsWith('.ts'))
    .map(({path, content}) => ({path, text: Buffer.from(content).toString()}));
}

/** The compiler is large and slow to start, so that what it made is kept. */
async function compileOnce(entry: string, key: string): Promise<Buffer> {
  const output = join(CACHE, 'assembly', `${key}.wasm`);
  if (!existsSync(output)) {
    const draft = `${output}.${randomUUID()}`;
    await compile(entry, draft);
    await rename(draft, output);
  }
  return readFile(output);
}

/** @throws Error with the compiler's messages. */
async function compile(entry: string, output: string): Promise<void> {
  const name = relative(ROOT, entry);
  try {
    await runTool('assemblyscript/bin/asc.js', [name, '--outFile', output, ...COMPILER_OPTIONS]);
  } catch (error) {
    const messages = error instanceof CommandError ? error.output : String(error);
    throw new Error(`${name} does not compile.\n${messages}`, {cause: error});
  }
}
