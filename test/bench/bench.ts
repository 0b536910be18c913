/**
 * How long a reader waits, measured in Chromium against the built package. Machines differ and are
 * shared, so that only figures of one run can be compared: the table gives each as a ratio to
 * Python's own start in the same run.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {chromium, type Browser} from 'playwright';
import {bundlePackage} from '../../src/build/package.js';
import {ROOT} from '../../src/build/paths.js';
import {callText} from '../e2e/drivers/driver.js';
import {startServer} from '../e2e/server.js';
import {CHROMIUM_FLAGS, findBrowser} from '../setup/browsers.js';
import {measureVisit, PAGE, type Visit} from './visit.js';
import {formatTable, summarise} from './table.js';

const ROUNDS = 5;
const QUICK_ROUNDS = 2;
const RESULTS = join(ROOT, '.cache', 'bench', 'results.json');

export async function main(args: readonly string[]): Promise<number> {
  const rounds = args.includes('--quick') ? QUICK_ROUNDS : ROUNDS;
  const found = findBrowser('chromium');
  if (!found) {
    console.error('The benchmark needs Chromium, which this machine does not have.');
    return 1;
  }
  await bundlePackage(true);
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: [...CHROMIUM_FLAGS],
  });
  try {
    const visits: Visit[] = [];
    for (let round = 1; round <= rounds; round++) {
      process.stderr.write(`Round ${round} of ${rounds} …\n`);
      visits.push(await visit(browser, `${server.origin}/bench.html`));
    }
    const summary = summarise(visits);
    await mkdir(dirname(RESULTS), {recursive: true});
    await writeFile(RESULTS, `${JSON.stringify({rounds, summary, visits}, null, 2)}\n`);
    console.log(formatTable(summary));
    return 0;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** One reader with empty caches. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route('**/bench.html', route =>
      route.fulfill({contentType: 'text/html', body: PAGE}),
    );
    await page.goto(url);
    return await page.evaluate<Visit>(callText(measureVisit, []));
  } finally {
    await context.close();
  }
}
