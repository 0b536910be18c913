import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {promisify} from 'node:util';
import {readFiles} from '../../../src/build/files.js';
import {CACHE, PYTHON} from '../../../src/build/paths.js';
import {toArchive, type Archive} from '../../../src/giving/archive.js';
import {rendersJavaScript, toStoredFiles} from '../../../src/project/index.js';
import type {HeaderPairs} from '../../../src/protocol/http.js';
import type {Project, StoredFile} from '../../../src/protocol/project.js';
import type {Site, SiteOptions} from './site.js';

const run = promisify(execFile);

/** What Python has compiled: not beside Django's files, from which the runtime is built. */
const BYTECODE = join(CACHE, 'pycache');

/** A Python that a series of Django runs on, and the environment to start it in. */
export interface Python {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What is used of the module that knows the machine's Pythons; it is not TypeScript. */
interface Pythons {
  findPython(oldest: readonly [number, number]): Python | undefined;
  oldestPython(series: string): readonly [number, number];
  sitePackages(series: string): string | undefined;
}

/** The machine's Python for a series; `undefined` where there is none, or no such Django. */
export async function findPython(series: string): Promise<Python | undefined> {
  const path = '../../python/runner/pythons.mjs';
  const pythons = (await import(path)) as Pythons;
  const packages = pythons.sitePackages(series);
  const found = packages && pythons.findPython(pythons.oldestPython(series));
  if (!found) return undefined;
  const {command, env} = found;
  return {
    command,
    env: {
      ...process.env,
      ...env,
      PYTHONPATH: packages,
      PYTHONPYCACHEPREFIX: BYTECODE,
      // Whatever the machine says: many processes start, each of which would compile all of it.
      PYTHONDONTWRITEBYTECODE: '',
      PYTHONUTF8: '1',
    },
  };
}

/** The files of a new project and apps in it, exactly as Django lays them out. */
export async function startProject(
  python: Python,
  folder: string,
  name: string,
  ...apps: readonly string[]
): Promise<void> {
  const django = (...args: string[]) =>
    run(python.command, ['-m', 'django', ...args], {cwd: folder, env: python.env});
  await django('startproject', name, '.');
  for (const app of apps) await django('startapp', app);
}

/** What a project is given away with, beside its files. */
interface Gift extends Pick<SiteOptions, 'superuser'> {
  /** What Django wrote, which then comes along. */
  readonly written?: readonly StoredFile[];
}

/**
 * Download a project, unpack it and serve it under CPython, as a reader does. Where its database
 * does not come along, it is made.
 *
 * @throws Error with what Python printed, where the project does not pass `manage.py check` or its
 *     tables cannot be made.
 */
export async function serveOnCpython(
  project: Project,
  python: Python,
  {superuser = '', written = []}: Gift = {},
): Promise<Site> {
  const archive = toArchive({
    title: 'Parity',
    files: [...(await rendererOf(project)), ...toStoredFiles(project)],
    written,
    data: true,
    django: '0',
    superuser,
  });
  const folder = await unpack(archive, python);
  const data = written.length > 0 ? 'given' : 'made';
  const remove = (): Promise<void> => rm(folder, {recursive: true});
  const place = join(folder, 'parity');
  try {
    const site = await serveFolder(place, project.settingsModule, python, {data, superuser});
    const close = async (): Promise<string> => {
      const printed = await site.close();
      await remove();
      return printed;
    };
    return {...site, close};
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The Python package that comes with a project whose pages JavaScript renders. */
async function rendererOf(project: Project): Promise<StoredFile[]> {
  if (!rendersJavaScript(project.files)) return [];
  const files = await readFiles(join(PYTHON, 'rendering'));
  return files
    .filter(({path}) => /^django_playground_js\/.*\.(?:py|mjs)$/.test(path))
    .map(({path, content}) => ({path, content: new Uint8Array(content)}));
}

/** How the database of a project in a folder is come by. */
interface Database extends Pick<SiteOptions, 'superuser'> {
  readonly data: 'given' | 'made';
}

/**
 * Serve a project that lies in a folder under CPython.
 *
 * @param settingsModule e.g. `mysite.settings`.
 * @throws Error with what Python printed, where the project does not pass `manage.py check` or its
 *     tables cannot be made.
 */
export async function serveFolder(
  folder: string,
  settingsModule: string,
  python: Python,
  {data, superuser = ''}: Database,
): Promise<Site> {
  const script = join(import.meta.dirname, 'cpython_site.py');
  const child = spawn(python.command, [script, settingsModule, data, superuser], {
    cwd: folder,
    env: python.env,
  });
  const exited = once(child, 'exit');
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const {value, done} = await lines.next();
    if (done) throw new Error(`Python ended:\n${printed}`);
    return value;
  };
  const close = async () => {
    child.stdin.end();
    await exited;
    return printed;
  };
  try {
    await answer();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async request({method, url, headers, body}) {
      const asked = {method, url, headers, body: Buffer.from(body).toString('base64')};
      child.stdin.write(`${JSON.stringify(asked)}\n`);
      const response = JSON.parse(await answer()) as {
        status: number;
        headers: HeaderPairs;
        body: string;
      };
      return {...response, body: Buffer.from(response.body, 'base64')};
    },
    close,
  };
}

/** Unpack an archive with Python's own means. The caller removes the folder. */
export async function unpack({name, bytes}: Archive, {command, env}: Python): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parity-'));
  await writeFile(join(folder, name), bytes);
  await run(command, ['-m', 'zipfile', '-e', name, '.'], {cwd: folder, env});
  return folder;
}
