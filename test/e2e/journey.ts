/** What every journey starts from: one browser and one server for all of them. */
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {ENGINE_NAMES, findBrowser, type Engine} from '../setup/browsers.js';
import {chosenEngines} from '../setup/engines.js';
import {ARTIFACTS} from '../setup/run-part.js';
import type {Driver, Tab, TabOptions} from './drivers/driver.js';
import {startDriver} from './drivers/start.js';
import {startServer, type Server} from './server.js';

/** Milliseconds a step may take before it counts as hanging. */
const STEP_TIMEOUT = 120_000;

const [engine = 'chromium'] = chosenEngines(['chromium']);
const browser = findBrowser(engine);

/** The engine that the journeys are made in. */
export const ENGINE: Engine = engine;

let driver: Driver | undefined;
let server: Server | undefined;
let current: Tab | undefined;

before(async () => {
  if (!browser) return;
  server = await startServer();
  driver = await startDriver(browser);
});

after(async () => {
  await driver?.close();
  await server?.close();
});

/** Opens a page in a tab with a profile of its own; the tab before it is closed. */
export async function openPage(path: string, options?: TabOptions): Promise<Tab> {
  if (!driver || !server) throw new Error('The browser has not been started');
  await current?.close();
  current = undefined;
  current = await driver.newTab(options);
  await current.open(server.origin + path);
  return current;
}

/** Steps that build on each other. */
export function journey(name: string, steps: () => void): void {
  void describe(name, steps);
}

/** One step of a journey. Where it fails, the page is kept as a picture and its console is told. */
export function step(name: string, run: () => Promise<void>): void {
  const skip = browser ? false : `there is no ${ENGINE_NAMES[engine]} on this machine`;
  void it(name, {skip, timeout: STEP_TIMEOUT}, async () => {
    try {
      await run();
    } catch (error) {
      throw new Error(`${messageOf(error)}\n${await evidence(name)}`, {cause: error});
    }
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function evidence(name: string): Promise<string> {
  if (!current) return 'No page was open.';
  const file = `e2e-${engine}-${name.toLowerCase().replaceAll(/\W+/g, '-')}.png`;
  const path = join(ARTIFACTS, file);
  try {
    await mkdir(ARTIFACTS, {recursive: true});
    await current.screenshot(path);
    const log = (await current.log()).map(line => `  ${line}`);
    return `Screenshot: ${path}\nConsole:\n${log.join('\n') || '  (silent)'}`;
  } catch (error) {
    return `The page could not be looked at any more: ${messageOf(error)}`;
  }
}
