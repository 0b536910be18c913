/** The programs inside Pyodide's own files, each with its version and licence. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {version} from 'pyodide';
import type {PyodideIdentity} from '../../protocol/interpreter.js';
import type {PackageMetadata} from '../distribution/metadata.js';

/** Texts that Pyodide's npm package does not bring. */
const TEXTS = join(import.meta.dirname, '..', 'licences');

/** The release of Pyodide that the table below describes. */
const DESCRIBED = '314.0.7';

/** Name, version, SPDX expression, file of the text; those without a text ask for none. */
const COMPONENTS: readonly (readonly [string, string, string, string?])[] = [
  ['bzip2', '1.0.6', 'bzip2-1.0.6', 'bzip2.txt'],
  ['cpython', '3.14.2', 'PSF-2.0', 'Python.txt'],
  ['emscripten', '5.0.3', 'MIT OR NCSA', 'emscripten.txt'],
  ['expat', '2.7.3', 'MIT', 'expat.txt'],
  ['libffi', '3.4.4', 'MIT', 'libffi.txt'],
  ['mpdecimal', '2.5.1', 'BSD-2-Clause', 'mpdecimal.txt'],
  ['musl', '1.2.5', 'MIT', 'musl.txt'],
  ['pyodide', '314.0.7', 'MPL-2.0', 'MPL-2.0.txt'],
  ['sqlite', '3.39.0', 'blessing'],
  ['xz', '5.2.2', 'LicenseRef-Public-Domain'],
  ['zlib', '1.3.1', 'Zlib', 'zlib.txt'],
  ['zstd', '1.5.7', 'BSD-3-Clause', 'zstd.txt'],
];

/** The version words of the installed Pyodide, from its own lock file. */
export async function readPyodideIdentity(): Promise<PyodideIdentity> {
  const path = fileURLToPath(import.meta.resolve('pyodide/pyodide-lock.json'));
  const {info} = JSON.parse(await readFile(path, 'utf8')) as {
    info: {abi_version: string; arch: PyodideIdentity['arch']; platform: string; python: string};
  };
  return {
    version,
    python: info.python,
    abiVersion: info.abi_version,
    arch: info.arch,
    platform: info.platform,
  };
}

/**
 * The programs in `pyodide.asm.wasm` and in the standard library.
 *
 * @throws Error when another Pyodide is installed than the one they were looked up for.
 */
export function readComponents(): Promise<PackageMetadata[]> {
  if (version !== DESCRIBED) {
    throw new Error(
      `Pyodide ${version} is installed, but the versions and licences of what it holds were ` +
        `looked up for ${DESCRIBED}: look them up again in runtime/components.ts.`,
    );
  }
  return Promise.all(
    COMPONENTS.map(async ([name, componentVersion, licence, text]) => ({
      name,
      version: componentVersion,
      licence,
      licenceText: text ? await readFile(join(TEXTS, text), 'utf8') : '',
    })),
  );
}
