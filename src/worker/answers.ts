import type {
  Answer,
  Ask,
  Image,
  LoadReport,
  PortReply,
  QuestionName,
} from '../protocol/interpreter.js';
import {PlaygroundError} from '../protocol/failure.js';
import {bootPyodide} from './boot.js';
import type {EmscriptenFS} from './emscripten.js';
import {readShared} from './image-bytes.js';
import {ImageFileSystem} from './image-file-system.js';
import {setTimeZone} from './local-time.js';
import type {InterpreterMemory} from './memory/interpreter-memory.js';
import {offerHost} from './memory/references.js';
import {openSnapshot} from './memory/snapshot.js';
import type {Notices} from './notices.js';
import {pbkdf2} from './pbkdf2/index.js';
import {Ports} from './ports.js';
import {ProjectFolder} from './project-folder.js';
import {openBridge, type Bridge} from './python.js';
import {offerRendering} from './rendering.js';
import {scrypt} from './scrypt.js';
import {fetchLater, fetchNow} from './web.js';

/** Where the project lies, as tracebacks show it. */
const PROJECT_ROOT = '/project';

/** Where in Python's folder the images lie. */
const PLACES: Readonly<Record<Image['place'], string>> = {stdlib: '', packages: 'site-packages'};

/** One handler for each question; a forgotten one does not compile. */
export type Answers = {
  [Name in QuestionName]: (ask: Ask<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

/** The interpreter's answers, for as long as it lives, and who takes what is said over ports. */
export function createAnswers(
  wasm: Promise<WebAssembly.Module>,
  notices: Notices,
): {readonly answers: Answers; deliver(reply: PortReply): void} {
  let booted: {bridge: Bridge; folder: ProjectFolder; memory: InterpreterMemory} | undefined;
  let commandOutput: string[] | undefined;

  const running = () => {
    if (booted) return booted;
    throw new PlaygroundError({code: 'internal', message: 'The interpreter was not booted yet.'});
  };

  const reportChanges = (): void => {
    const changes = running().folder.takeChanges();
    if (changes.length) notices.changed(changes);
  };

  const files = new ImageFileSystem(notices.sourcesWanted);
  const add = (images: readonly Image[]): void => {
    for (const {place, zip} of images) files.add(zip, PLACES[place]);
  };

  const ports = new Ports(notices.port);
  const waitingForSources: (() => void)[] = [];
  /** @returns nothing where the sources are there, else what they can be waited for with. */
  const sources = (): Promise<void> | undefined => {
    if (files.isComplete) return undefined;
    notices.sourcesWanted();
    return new Promise(resolve => waitingForSources.push(resolve));
  };

  // What Python finds as `js.djangoPlayground`, looked up at each call.
  const host = {
    output(stream: 'stdout' | 'stderr', text: string, level?: string): void {
      commandOutput?.push(text);
      notices.output({stream, text, ...(level && {level})});
    },
    mail: notices.mail,
    stage: notices.stage,
    sources,
    post(port: number, message: Parameters<Ports['post']>[1]): void {
      reportChanges();
      ports.post(port, message);
    },
    fromEntries: Object.fromEntries,
    fetchNow,
    fetchLater,
  };

  const answers: Answers = {
    async boot({images, pyodide: identity, memory: snapshots = [], preload}) {
      offerHost({...host, pbkdf2, scrypt, setTimeZone});
      add(images);
      // All is read while the module is still compiled.
      const opening = Promise.all(snapshots.map(openSnapshot));
      opening.catch(() => {});
      const module = await wasm;
      notices.stage('boot');
      const lap = stopwatch();
      const {pyodide, memory} = await bootPyodide({
        wasm: module,
        identity,
        // A restored memory has imported almost all there is; the rest is at hand a little later.
        files: snapshots.length ? Promise.resolve(files) : files.hold().then(() => files),
        ...(snapshots.length && {snapshots: opening}),
        lap,
      });
      lap('start');
      const bridge = openBridge(pyodide);
      if (snapshots.length) bridge.wake(null);
      else bridge.install();
      lap('install');
      if (preload) bridge.preload();
      lap('preload');
      booted = {
        bridge,
        folder: new ProjectFolder(pyodide.FS as EmscriptenFS, PROJECT_ROOT, () =>
          setTimeout(reportChanges),
        ),
        memory,
      };
      // A baseline is going to have a project loaded; more than it is not.
      if (snapshots.length === 1) void files.hold();
      return {python: identity.python, phases: lap.phases};
    },

    mount({images}) {
      add(images);
      for (const resolve of waitingForSources.splice(0)) resolve();
      return null;
    },

    compile: async ({zip}) => ({zip: running().bridge.compile(await readShared(zip))}),

    async evaluate(rendering) {
      await offerRendering(rendering, `${PROJECT_ROOT}/`, host.output);
      return null;
    },

    load(request): LoadReport {
      const {bridge, folder} = running();
      const lap = stopwatch();
      folder.fill(request.files);
      lap('files');
      const report = bridge.load(PROJECT_ROOT, request);
      reportChanges();
      return {...report, phases: {...report.phases, ...lap.phases}};
    },

    resume({files: projectFiles}) {
      const {bridge, folder} = running();
      const lap = stopwatch();
      folder.fill(projectFiles);
      lap('files');
      bridge.wake(PROJECT_ROOT);
      lap('wake');
      return {phases: lap.phases};
    },

    async snapshot({since}) {
      const {bridge, memory} = running();
      const opened = await Promise.all(since.map(openSnapshot));
      bridge.rest();
      return memory.take(opened);
    },

    async request(request) {
      try {
        return await running().bridge.respond(request);
      } finally {
        reportChanges();
        files.release();
      }
    },

    async open({request, port}) {
      try {
        return await ports.open(port, running().bridge.stream(port, request));
      } finally {
        reportChanges();
        files.release();
      }
    },

    connect: async ({request, port}) => ports.open(port, running().bridge.connect(port, request)),

    manage(request) {
      const output: string[] = [];
      commandOutput = output;
      try {
        const result = running().bridge.manage(request);
        const said = output.join('');
        if (typeof result === 'number') return {exitCode: result, output: said};
        return {exitCode: 0, output: said, asks: result};
      } finally {
        commandOutput = undefined;
        reportChanges();
      }
    },

    shell(request) {
      try {
        return running().bridge.shell(request);
      } finally {
        reportChanges();
      }
    },

    complete: request => running().bridge.complete(request),
    find: () => running().bridge.find(),
    listUrls: () => running().bridge.listUrls(),

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

  return {answers, deliver: ({port, reply}) => running().bridge.deliver(port, reply)};
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
