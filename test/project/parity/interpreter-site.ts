import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ROOT} from '../../../src/build/paths.js';
import {bundleSelfContained} from '../../../src/build/plugins/self-contained.js';
import {parseSuperuser, rendersJavaScript, toStoredFiles} from '../../../src/project/index.js';
import type {HttpRequest, HttpResponse} from '../../../src/protocol/http.js';
import type {LoadReport, LoadRequest} from '../../../src/protocol/interpreter.js';
import type {Project, StoredFile} from '../../../src/protocol/project.js';
import type {Rendering} from '../../../src/protocol/rendering.js';
import {prepareModules} from '../../../src/rendering/modules.js';
import type {Site, SiteOptions} from './site.js';

const FOLDER = '/project';

interface Pyodide {
  readonly FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, content: Uint8Array): void;
    readFile(path: string): Uint8Array<ArrayBuffer>;
  };
}

/** What is used of the interpreter that the Python tests run in, and of `worker/`. */
interface Parts {
  startInterpreter(series: string, host: object): Promise<Pyodide>;
  openBridge(pyodide: Pyodide): {
    install(): void;
    load(root: string, request: LoadRequest): LoadReport;
    respond(request: HttpRequest): Promise<HttpResponse>;
  };
  offerRendering(rendering: Rendering, root: string, output: Output): Promise<void>;
}

type Output = (stream: string, text: string) => void;

interface InterpreterSite extends Site {
  /** A file below the project's root. */
  read(path: string): Uint8Array<ArrayBuffer>;
}

/**
 * Serve a project in the interpreter that readers have, of the same runtime.
 *
 * @throws Error with Python's traceback, where the project cannot be loaded.
 */
export async function serveInInterpreter(
  project: Project,
  {series, superuser}: SiteOptions,
): Promise<InterpreterSite> {
  const {startInterpreter, openBridge, offerRendering} = await loadParts();
  let printed = '';
  const output: Output = (_stream, text) => void (printed += text);
  const pyodide = await startInterpreter(series, {output});
  const files = toStoredFiles(project);
  for (const {path, content} of files) {
    pyodide.FS.mkdirTree(`${FOLDER}/${path.replace(/[^/]*$/, '')}`);
    pyodide.FS.writeFile(`${FOLDER}/${path}`, content);
  }
  if (rendersJavaScript(project.files)) {
    await offerRendering(await renderingOf(files), `${FOLDER}/`, output);
  }
  const bridge = openBridge(pyodide);
  bridge.install();
  const {error} = bridge.load(FOLDER, {
    files,
    settingsModule: project.settingsModule,
    migrate: true,
    ...(superuser !== undefined && {superuser: parseSuperuser(superuser)}),
  });
  if (error) throw new Error(error.traceback);
  return {
    request: request => bridge.respond(request),
    read: path => pyodide.FS.readFile(`${FOLDER}/${path}`),
    close: () => Promise.resolve(printed),
  };
}

/** What the page makes of a project's JavaScript. */
async function renderingOf(files: readonly StoredFile[]): Promise<Rendering> {
  const entry = join(ROOT, 'src', 'rendering', 'server', 'index.ts');
  const {code} = await bundleSelfContained({entry, format: 'script', minify: true});
  return {renderer: code, modules: prepareModules(files)};
}

/** Neither can be imported by name: one is not TypeScript, the other is of another thread. */
async function loadParts(): Promise<Parts> {
  const {startInterpreter} = await load('test/python/runner/interpreter.mjs');
  const {openBridge} = await load('src/worker/python.ts');
  const {offerRendering} = await load('src/worker/rendering.ts');
  return {startInterpreter, openBridge, offerRendering};
}

function load(path: string): Promise<Parts> {
  return import(pathToFileURL(join(ROOT, path)).href);
}
