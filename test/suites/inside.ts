/** The same site in a playground. */
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {sendFile} from '../../src/build/send-file.js';
import {say} from '../../src/build/progress.js';
import type {DjangoPlayground} from '../../src/index.js';
import {startDriver} from '../e2e/drivers/start.js';
import {until} from '../e2e/until.js';
import type {Browser} from '../setup/browsers.js';
import type {Outcomes} from './compare.js';
import type {Page, Report} from './suite.js';
import {CLOSE_PATIENCE, inTime, reportOf, visitAll, type Place} from './visits.js';

/** Milliseconds that a start may take on a slow machine. */
const START_PATIENCE = 300_000;

/** Has one playground, and hears what is posted to it. */
const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>A suite in a playground</title>
  <script>
    // What pages report; one that was given up may do so late.
    const reports = new Map();
    let wanted = '';
    addEventListener('message', ({data}) => {
      if (data?.suite) reports.set(data.suite.path, data.suite);
    });
    function visit(path) {
      const {pathname, search} = new URL(path, location.href);
      wanted = pathname + search;
      document.querySelector('django-playground').path = path;
    }
    function reported() {
      return reports.get(wanted) ?? null;
    }
  </script>
  <django-playground run="load" layout="output" path="/blank.html" src="/project.zip" output-height="600px">
  </django-playground>
  <script type="module" src="/dist/django-playground.js"></script>
</html>`;

type Visiting = typeof globalThis & {
  visit(path: string): void;
  reported(): Report | null;
};

/**
 * Visit pages of a site that runs in a playground.
 *
 * @param packaged the folder that the element is taken from.
 */
export async function visitInside(
  browser: Browser,
  pages: readonly Page[],
  site: Readonly<Record<string, Uint8Array>>,
  packaged: string,
  note: (outcomes: Outcomes) => Promise<void>,
): Promise<Outcomes> {
  const server = await serve(site, packaged);
  const driver = await startDriver(browser);
  say(`In a playground in ${driver.version} …`);
  const open = async (): Promise<Place> => {
    const tab = await driver.newTab();
    await tab.open(server.origin);
    const state = (): Promise<string> =>
      tab.evaluate(() => document.querySelector<DjangoPlayground>('django-playground')!.state);
    await until('the site serves', async () => (await state()) === 'ready', {
      patience: START_PATIENCE,
      instead: async () =>
        `${await state()}: ${await tab.evaluate(() => document.querySelector('django-playground')!.shadowRoot!.textContent)}`,
    });
    return {
      async visit({path, patience}) {
        await tab.evaluate(address => (globalThis as Visiting).visit(address), path);
        const report = () => tab.evaluate(() => (globalThis as Visiting).reported());
        const found = await reportOf(report, patience);
        if (found === null && !['ready', 'busy'].includes(await state())) {
          throw new Error('The site has ended');
        }
        return found;
      },
      close: () => tab.close(),
    };
  };
  try {
    return await visitAll('inside', pages, open, note);
  } finally {
    await inTime(driver.close(), CLOSE_PATIENCE).catch(() => {});
    server.close();
  }
}

async function serve(
  site: Readonly<Record<string, Uint8Array>>,
  packaged: string,
): Promise<{readonly origin: string; close(): void}> {
  const project = zipSync(site, {level: 1});
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end(PAGE);
    } else if (pathname === '/project.zip') {
      response.writeHead(200, {'Content-Type': 'application/zip'}).end(project);
    } else {
      const path = join(packaged, pathname.replace(/^\/dist\//, ''));
      sendFile(request, response, path).catch(() => response.writeHead(404).end());
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
