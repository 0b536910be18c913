/** A reader who comes to a page of such a project, in Chromium. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {chromium} from 'playwright';
import {sendFile} from '../../src/build/send-file.js';
import {CHROMIUM_FLAGS, type Browser} from '../setup/browsers.js';

/** The project does not lie at the root of its host. */
const PLACE = '/somewhere/else/';

const PATIENCE = 240_000;

/** Run the page's playground; everything it asks for must be there. */
export async function visit(site: string, {executable}: Browser): Promise<void> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.slice(PLACE.length) || 'index.html';
    sendFile(request, response, join(site, path)).catch(() => {
      missing.push(pathname);
      response.writeHead(404).end('Nothing here');
    });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  const browser = await chromium.launch({executablePath: executable, args: [...CHROMIUM_FLAGS]});
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const problems: string[] = [];
    page.on('pageerror', error => problems.push(String(error)));
    await page.goto(`http://localhost:${port}${PLACE}`);
    const playground = page.locator('django-playground');
    await playground.getByRole('button', {name: 'Run'}).first().click();
    const output = playground.frameLocator('iframe[title="/"]');
    await output
      .getByText('It works')
      .waitFor()
      .catch(async () => problems.push((await playground.textContent()) ?? 'nothing'));
    assert.deepEqual({problems, missing}, {problems: [], missing: []});
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
