/** What Pyodide's own two files hold besides Python packages, each with its licence. */
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {join} from 'node:path';
import {version} from 'pyodide';
import type {PyodideIdentity} from '../../protocol/interpreter.js';
import type {PackageMetadata} from '../distribution/metadata.js';

/** Licences that Pyodide's npm package names but does not bring. */
const TEXTS = join(import.meta.dirname, '..', 'licences');

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

/** The programs in `pyodide.asm.wasm` and in the standard library. */
export async function readComponents(identity: PyodideIdentity): Promise<PackageMetadata[]> {
  return [
    {
      name: 'cpython',
      version: identity.python,
      licence: 'PSF-2.0',
      licenceText: await readText('Python.txt'),
    },
    {
      name: 'pyodide',
      version: identity.version,
      licence: 'MPL-2.0',
      licenceText: await readText('MPL-2.0.txt'),
    },
  ];
}

function readText(name: string): Promise<string> {
  return readFile(join(TEXTS, name), 'utf8');
}
