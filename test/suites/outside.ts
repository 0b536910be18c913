/** The site under CPython and a real server, visited as any other: what a browser can do at all. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {pip} from '../../src/build/distribution/pip.js';
import {replaceFolder} from '../../src/build/files.js';
import {CACHE} from '../../src/build/paths.js';
import {DEFAULT_SERIES} from '../../src/build/series.js';
import {say} from '../../src/build/progress.js';
import {freePort, startService} from '../e2e/drivers/service.js';
import {startDriver} from '../e2e/drivers/start.js';
import {until} from '../e2e/until.js';
import {findPython} from '../project/parity/cpython-site.js';
import type {Browser} from '../setup/browsers.js';
import type {Outcomes} from './compare.js';
import type {Page, Report} from './suite.js';
import {CLOSE_PATIENCE, inTime, reportOf, visitAll, type Place} from './visits.js';

/** The server, and the WebSockets that it needs another package for. */
const SERVER = ['uvicorn==0.54.0', 'websockets==17.4'];

/** The same host as inside, where there is no port. */
const HOST = 'playground.localhost';

type Reporting = typeof globalThis & {suiteReport?: Report};

/** Visit pages of a site that is served as Django's documentation has it. */
export async function visitOutside(
  browser: Browser,
  pages: readonly Page[],
  site: Readonly<Record<string, Uint8Array>>,
  note: (outcomes: Outcomes) => Promise<void>,
): Promise<Outcomes> {
  const server = await serve(site);
  const driver = await startDriver(browser);
  say(`On a real origin in ${driver.version} …`);
  const open = async (): Promise<Place> => {
    const tab = await driver.newTab();
    return {
      async visit({path, patience}) {
        await tab.open(server.origin + path);
        return reportOf(() => tab.evaluate(() => (globalThis as Reporting).suiteReport), patience);
      },
      close: () => tab.close(),
    };
  };
  try {
    return await visitAll('outside', pages, open, note);
  } finally {
    await inTime(driver.close(), CLOSE_PATIENCE).catch(() => {});
    await server.close();
  }
}

interface Server {
  readonly origin: string;
  close(): Promise<void>;
}

async function serve(site: Readonly<Record<string, Uint8Array>>): Promise<Server> {
  const python = await findPython(DEFAULT_SERIES);
  if (!python) throw new Error(`There is no Python here for Django ${DEFAULT_SERIES}.`);
  const folder = await mkdtemp(join(tmpdir(), 'suite-'));
  for (const [path, content] of Object.entries(site)) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), content);
  }
  const port = await freePort();
  const args = [
    '-m',
    'uvicorn',
    'suite.asgi:application',
    '--app-dir',
    folder,
    '--port',
    `${port}`,
  ];
  const headers = ['--no-server-header', '--no-date-header'];
  // Some pages leave sockets and streams behind, which it would wait for.
  const ending = ['--timeout-graceful-shutdown', '1'];
  const packages = [await installServer(), python.env['PYTHONPATH'] ?? ''].join(delimiter);
  const env = {...python.env, PYTHONPATH: packages};
  const service = startService(python.command, [...args, ...headers, ...ending], {env});
  const origin = `http://${HOST}:${port}`;
  const close = async (): Promise<void> => {
    await service.stop();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    await until('the site answers', () => fetch(`http://127.0.0.1:${port}/`));
  } catch (error) {
    await close();
    throw error;
  }
  return {origin, close};
}

async function installServer(): Promise<string> {
  const folder = join(CACHE, 'suites', `server-${SERVER.join('-').replaceAll('==', '-')}`);
  if (existsSync(folder)) return folder;
  await replaceFolder(folder, draft =>
    pip(['install', '--quiet', '--only-binary=:all:', '--target', draft, ...SERVER]),
  );
  return folder;
}
