/** What a long page costs whoever only reads it: with playgrounds, and with plain code in their place. */
import {chromium, type Browser as ChromiumBrowser} from 'playwright';
import {callText} from '../e2e/drivers/driver.js';
import {CHROMIUM_FLAGS, type Browser} from '../setup/browsers.js';
import type {Findings} from './findings.js';
import {READING, READING_PLAIN} from './pages.js';

/** Each by what is measured, as Lighthouse does: on a slow telephone with a slow line. */
const CPU_SLOWDOWN = 4;
const LINE = {offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000};

/** Milliseconds after which a page that has loaded does nothing more. */
const QUIET = 3000;

/** What a page found out about itself; times in milliseconds. */
interface Vitals {
  /** When the largest piece of it was painted. */
  readonly largest: number;
  /** How long tasks kept it from answering, beyond 50 ms each. */
  readonly blocked: number;
  /** How far its pieces moved about, without unit. */
  readonly shift: number;
}

const NAMES: readonly (readonly [path: string, name: string])[] = [
  [READING_PLAIN, 'plain code'],
  [READING, '20 playgrounds'],
];

/** @param origin Where the pages are. */
export async function noteReading(
  origin: string,
  {executable}: Browser,
  rounds: number,
  findings: Findings,
): Promise<void> {
  const browser = await chromium.launch({executablePath: executable, args: [...CHROMIUM_FLAGS]});
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [path, name] of NAMES) {
        const {largest, blocked, shift} = await read(browser, origin + path);
        findings.note(`reading ${name} · largest paint`, largest);
        findings.note(`reading ${name} · blocked`, blocked);
        findings.note(`reading ${name} · shift, thousandths`, shift * 1000);
      }
    }
  } catch (error) {
    findings.noteFault('reading', error instanceof Error ? error.message : String(error));
  } finally {
    await browser.close();
  }
}

async function read(browser: ChromiumBrowser, url: string): Promise<Vitals> {
  const context = await browser.newContext({viewport: {width: 412, height: 823}});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
    await page.addInitScript({content: callText(watchVitals, [])});
    await page.goto(url, {waitUntil: 'load'});
    return await page.evaluate<Vitals>(callText(takeVitals, [QUIET]));
  } finally {
    await context.close();
  }
}

type Watched = typeof globalThis & {vitals?: {largest: number; blocked: number; shift: number}};

/** Runs in the page, before anything of it; it has nothing but itself there. */
function watchVitals(): void {
  const vitals = {largest: 0, blocked: 0, shift: 0};
  (globalThis as Watched).vitals = vitals;
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    const observer = new PerformanceObserver(list => list.getEntries().forEach(take));
    observer.observe({type, buffered: true});
  };
  watch('largest-contentful-paint', ({startTime}) => (vitals.largest = startTime));
  watch('longtask', ({duration}) => (vitals.blocked += Math.max(0, duration - 50)));
  watch('layout-shift', entry => (vitals.shift += (entry as unknown as {value: number}).value));
}

/** Runs in the page. */
async function takeVitals(quiet: number): Promise<Vitals> {
  await new Promise(resolve => setTimeout(resolve, quiet));
  const {vitals} = globalThis as Watched;
  if (!vitals?.largest) throw new Error('Nothing was painted.');
  return vitals;
}
