import type {Answer, Ask, LoadReport, QuestionName} from '../protocol/interpreter.js';
import {PlaygroundError} from '../protocol/failure.js';
import {bootPyodide} from './boot.js';
import type {EmscriptenFS} from './emscripten.js';
import {mountImages} from './image-file-system.js';
import {setTimeZone} from './local-time.js';
import type {Notices} from './notices.js';
import {pbkdf2} from './pbkdf2/index.js';
import {ProjectFolder} from './project-folder.js';
import {installBridge, type Bridge} from './python.js';
import {scrypt} from './scrypt.js';

/** Where the project lies, as tracebacks show it. */
const PROJECT_ROOT = '/project';

/** One handler for each question; a forgotten one does not compile. */
export type Answers = {
  [Name in QuestionName]: (ask: Ask<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

/** The interpreter's answers, for as long as it lives. */
export function createAnswers(wasm: WebAssembly.Module, notices: Notices): Answers {
  let booted: {bridge: Bridge; folder: ProjectFolder} | undefined;
  let commandOutput: string[] | undefined;

  const running = () => {
    if (booted) return booted;
    throw new PlaygroundError({code: 'internal', message: 'The interpreter was not booted yet.'});
  };

  const reportChanges = (): void => {
    const changes = running().folder.takeChanges();
    if (changes.length) notices.changed(changes);
  };

  // What Python finds as `js.djangoPlayground`, looked up at each call.
  const host = {
    output(stream: 'stdout' | 'stderr', text: string): void {
      commandOutput?.push(text);
      notices.output({stream, text});
    },
    stage: notices.stage,
  };

  return {
    async boot({stdlib, images, pyodide: identity}) {
      const lap = stopwatch();
      notices.stage('boot');
      const pyodide = await bootPyodide(wasm, stdlib, identity);
      Object.assign(globalThis, {djangoPlayground: {...host, pbkdf2, scrypt, setTimeZone}});
      lap('boot');
      notices.stage('mount');
      const fs = pyodide.FS as EmscriptenFS;
      const [major, minor] = identity.python.split('.');
      mountImages(fs, images, `/lib/python${major}.${minor}/site-packages`);
      lap('mount');
      booted = {bridge: installBridge(pyodide), folder: new ProjectFolder(fs, PROJECT_ROOT)};
      lap('install');
      return {python: identity.python, phases: lap.phases};
    },

    load(request): LoadReport {
      const {bridge, folder} = running();
      const lap = stopwatch();
      folder.fill(request.files);
      lap('files');
      const report = bridge.load(PROJECT_ROOT, request);
      lap('load');
      reportChanges();
      return {...report, phases: {...report.phases, ...lap.phases}};
    },

    async request(request) {
      try {
        return await running().bridge.respond(request);
      } finally {
        reportChanges();
      }
    },

    manage(request) {
      const output: string[] = [];
      commandOutput = output;
      try {
        return {exitCode: running().bridge.manage(request), output: output.join('')};
      } finally {
        commandOutput = undefined;
        reportChanges();
      }
    },

    listFiles: () => running().folder.list(),
    readFile: ({path}) => running().folder.read(path),
    writeFile(file) {
      running().folder.write(file);
      reportChanges();
      return null;
    },
    deleteFile({path}) {
      running().folder.delete(path);
      reportChanges();
      return null;
    },
  };
}

function stopwatch() {
  const phases: Record<string, number> = {};
  let last = performance.now();
  const lap = (name: string): void => {
    const now = performance.now();
    phases[name] = now - last;
    last = now;
  };
  return Object.assign(lap, {phases});
}
