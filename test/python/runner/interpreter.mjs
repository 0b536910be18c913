import {readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {loadPyodide} from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import {register} from 'tsx/esm/api';
import {readManifest, RUNTIME} from './manifest.mjs';
import {ROOT, TESTS} from './totals.mjs';

register();
const {ImageFileSystem} = await import('../../../src/worker/image-file-system.ts');
const {setTimeZone, withLocalTime} = await import('../../../src/worker/local-time.ts');
const {scrypt} = await import('../../../src/worker/scrypt.ts');
const {bundleSelfContained} = await import('../../../src/build/plugins/self-contained.ts');

const SILENT = {
  output() {},
  stage() {},
  sources() {},
  post() {},
  mail() {},
  fromEntries: Object.fromEntries,
  // Nothing can be asked while this thread waits, as by a browser.
  fetchNow: () => ({failure: 'network'}),
};
/** The library is mounted as a folder; the zip that Pyodide asks for has nothing in it. */
const EMPTY_ZIP = join(tmpdir(), 'django-playground-empty.zip');
writeFileSync(EMPTY_ZIP, new Uint8Array([0x50, 0x4b, 5, 6, ...Array.from({length: 18}, () => 0)]));

/**
 * A new interpreter as the worker makes it, of the same runtime, but with the Python side of this
 * checkout in place of the built one, and the tests beside it.
 *
 * @param {string} series
 * @param {{output?: Function, stage?: Function}} [host] What Python calls, beside the hashes.
 */
export async function startInterpreter(series, host = {}) {
  const manifest = readManifest();
  const {image, locales, sources} = manifest.series[series];
  const files = new ImageFileSystem();
  for (const {url} of [manifest.stdlib, manifest.stdlibSources]) files.add(read(url), '');
  for (const {url} of [image, locales, sources]) files.add(read(url), 'site-packages');
  const [major, minor] = manifest.pyodide.python.split('.');
  const library = `/lib/python${major}.${minor}`;
  const pyodide = await loadPyodide({
    stdLibURL: EMPTY_ZIP,
    env: {PYTHONPATH: library},
    createPyodideModule: withLocalTime(createPyodideModule),
    fsInit: fs => files.mount(fs, library, ['lib-dynload', 'site-packages']),
  });
  for (const name of Object.keys(pyodide.loadedPackages)) delete pyodide.loadedPackages[name];
  pyodide.mountNodeFS('/python', join(ROOT, 'python'));
  pyodide.mountNodeFS('/tests', TESTS);
  for (const path of ['/tests', '/python/rendering', '/python'])
    pyodide.pyimport('sys').path.insert(0, path);
  const {pbkdf2} = await hashes();
  globalThis.djangoPlayground = {pbkdf2, scrypt, setTimeZone, ...SILENT, ...host};
  return pyodide;
}

/** @param {string} name */
function read(name) {
  return new Uint8Array(readFileSync(join(RUNTIME, name)));
}

let hashModule;

/** The worker's password hashes, with their WebAssembly compiled as in a build. */
export function hashes() {
  hashModule ??= bundleSelfContained({
    entry: join(ROOT, 'src', 'worker', 'pbkdf2', 'index.ts'),
    format: 'module',
    minify: false,
  }).then(({code}) => import(`data:text/javascript,${encodeURIComponent(code)}`));
  return hashModule;
}
