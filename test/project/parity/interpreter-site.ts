import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ROOT} from '../../../src/build/paths.js';
import {parseSuperuser, toStoredFiles} from '../../../src/project/index.js';
import type {HttpRequest, HttpResponse} from '../../../src/protocol/http.js';
import type {LoadReport, LoadRequest} from '../../../src/protocol/interpreter.js';
import type {Project} from '../../../src/protocol/project.js';
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
}

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
  const {startInterpreter, openBridge} = await loadParts();
  let printed = '';
  const output = (_stream: string, text: string) => void (printed += text);
  const pyodide = await startInterpreter(series, {output});
  const files = toStoredFiles(project);
  for (const {path, content} of files) {
    pyodide.FS.mkdirTree(`${FOLDER}/${path.replace(/[^/]*$/, '')}`);
    pyodide.FS.writeFile(`${FOLDER}/${path}`, content);
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

/** Neither can be imported by name: one is not TypeScript, the other is of another thread. */
async function loadParts(): Promise<Parts> {
  const {startInterpreter} = await load('test/python/runner/interpreter.mjs');
  const {openBridge} = await load('src/worker/python.ts');
  return {startInterpreter, openBridge};
}

function load(path: string): Promise<Parts> {
  return import(pathToFileURL(join(ROOT, path)).href);
}
