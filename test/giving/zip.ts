/**
 * The zip of the demo, with the data that somebody made in the page, runs under CPython by the very
 * commands that its README names. `node --import=tsx --test test/giving/zip.ts`, once the runtime is
 * built.
 */
import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile, rm} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import {RUNTIME} from '../../src/build/paths.js';
import {SERIES} from '../../src/build/series.js';
import {toArchive} from '../../src/giving/archive.js';
import {encodeFiles} from '../../src/giving/link.js';
import {completeProject, toStoredFiles} from '../../src/project/index.js';
import type {RuntimeManifest} from '../../src/protocol/runtime.js';
import {findPython, unpack, type Python} from '../project/parity/cpython-site.js';
import {readDemo} from '../project/parity/demo-sites.js';
import {serveInInterpreter} from '../project/parity/interpreter-site.js';
import {Visitor, withoutTokens} from '../project/parity/visitor.js';

const run = promisify(execFile);

const SUPERUSER = 'admin:admin';

const PAGES = [
  '/polls/',
  '/polls/2/',
  '/polls/2/results/',
  '/static/polls/style.css',
  '/admin/login/',
];

async function compare(
  python: Python,
  series: string,
  tell: (message: string) => void,
): Promise<void> {
  const [files = []] = await readDemo('index.html');
  const project = completeProject(files);
  const django = await djangoOf(series);
  const site = await serveInInterpreter(project, {series, superuser: SUPERUSER});
  const voter = new Visitor(site);
  await voter.make({path: '/polls/2/', status: 200});
  const voted = await voter.make({path: '/polls/2/', fields: {choice: '4'}, status: 302});
  assert.equal(voted.status, 302);

  const archive = toArchive({
    title: 'Pollster',
    files: toStoredFiles(project),
    written: [{path: 'db.sqlite3', content: site.read('db.sqlite3')}],
    data: true,
    django,
    superuser: SUPERUSER,
  });
  const folder = await unpack(archive, python);
  const cwd = join(folder, 'pollster');
  try {
    const readme = await readFile(join(cwd, 'README.md'), 'utf8');
    assert.match(
      readme,
      /\npython -m pip install -r requirements\.txt\npython manage\.py runserver\n/,
    );
    assert.equal(await readFile(join(cwd, 'requirements.txt'), 'utf8'), `Django==${django}\n`);
    // Once is enough: it takes a while.
    const {command, env} = series === SERIES[0] ? await install(python, cwd, tell) : python;
    const installed = await run(command, ['-m', 'django', '--version'], {cwd: folder, env});
    assert.equal(installed.stdout.trim(), django);
    await run(command, ['manage.py', 'check', '--fail-level', 'WARNING'], {cwd, env});

    const server = await runServer({command, env}, cwd);
    try {
      const reader = new Visitor(site);
      for (const path of PAGES) {
        const expected = withoutTokens((await reader.make({path, status: 200})).body);
        const response = await fetch(new URL(path, server.origin));
        assert.equal(response.status, 200, path);
        const actual = withoutTokens(new Uint8Array(await response.arrayBuffer()));
        assert.equal(actual, expected, path);
      }
    } finally {
      await server.close();
    }
  } finally {
    await rm(folder, {recursive: true});
    await site.close();
  }
}

/**
 * Does what the README says in an environment with nothing in it. Where no package index can be
 * reached, the Django that the runtime was made of has to do.
 */
async function install(
  python: Python,
  cwd: string,
  tell: (message: string) => void,
): Promise<Python> {
  // What it compiles lies in the folder, too, which goes in the end.
  const {PYTHONPATH: _, PYTHONPYCACHEPREFIX: __, ...env} = python.env;
  const folder = join(cwd, '..', 'venv');
  const command = join(folder, 'bin', 'python');
  try {
    await run(python.command, ['-m', 'venv', folder], {env});
    const args = ['-m', 'pip', 'install', '--quiet', '--retries', '0', '-r', 'requirements.txt'];
    await run(command, args, {cwd, env});
    return {command, env};
  } catch (error) {
    const {stderr = String(error)} = error as {stderr?: string};
    tell(`Served with the runtime's own Django, as pip could not install it: ${stderr.trim()}`);
    return python;
  }
}

/** Django's exact version in the runtime, which is what the element names. */
async function djangoOf(series: string): Promise<string> {
  const text = await readFile(join(RUNTIME, 'manifest.json'), 'utf8');
  const version = (JSON.parse(text) as RuntimeManifest).series[series]?.django;
  assert.ok(version, `The runtime has no Django ${series}.`);
  return version;
}

/** `manage.py runserver`, once it answers. */
async function runServer(python: Python, cwd: string) {
  const address = `127.0.0.1:${await freePort()}`;
  const args = ['-u', 'manage.py', 'runserver', '--noreload', address];
  const child = spawn(python.command, args, {cwd, env: python.env});
  const exited = once(child, 'exit');
  let printed = '';
  const started = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Quit the server with')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => reject(new Error(`runserver ended:\n${printed}`)));
  });
  await started;
  return {
    origin: `http://${address}`,
    async close() {
      child.kill();
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

void describe('the zip of the demo, under CPython', () => {
  for (const series of SERIES) {
    void it(`Django ${series}`, async context => {
      const python = await findPython(series);
      if (python) await compare(python, series, message => context.diagnostic(message));
      else context.skip(`there is no Python here for Django ${series}, or it was not built`);
    });
  }
});

void it('the link to the demo is under 6 kB', async () => {
  const [files = []] = await readDemo('index.html');
  const address = 'https://docs.example.org/tutorial/part-1/#django-playground=';
  const length = address.length + encodeFiles(files).length;
  assert.ok(length < 6000, `It has ${length} characters.`);
});
