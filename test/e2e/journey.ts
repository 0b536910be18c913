/** What every journey starts from: one browser and one server for all of them. */
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {ENGINE_NAMES, findBrowser, type Engine} from '../setup/browsers.js';
import {chosenEngines} from '../setup/engines.js';
import {chosenOnly} from '../setup/failing.js';
import {ARTIFACTS} from '../setup/run-part.js';
import type {Driver, Tab, TabOptions} from './drivers/driver.js';
import {startDriver} from './drivers/start.js';
import type {Elsewhere} from './elsewhere.js';
import {startServer, type Server} from './server.js';

/** Milliseconds a step may take before it counts as hanging. */
const STEP_TIMEOUT = 600_000;

const [engine = 'chromium'] = chosenEngines(['chromium']);
const browser = findBrowser(engine);

/** The engine that the journeys are made in. */
export const ENGINE: Engine = engine;

let driver: Driver | undefined;
let server: Server | undefined;
let current: Tab | undefined;
/** The step of this journey that failed; those after it have nothing to stand on. */
let brokenAt: string | undefined;

before(async () => {
  if (!browser) return;
  server = await startServer();
  driver = await startDriver(browser);
});

after(async () => {
  await driver?.close();
  await server?.close();
});

/** Opens a page, by path or by address, in a tab with a profile of its own; the tab before it is closed. */
export async function openPage(path: string, options?: TabOptions): Promise<Tab> {
  if (!driver || !server) throw new Error('The browser has not been started');
  await current?.close();
  current = undefined;
  current = await driver.newTab(options);
  await current.open(new URL(path, server.origin).href);
  return current;
}

/** What browsers reported as against a page's Content-Security-Policy since this was last asked. */
export function takeReports(): readonly string[] {
  return server?.takeReports() ?? [];
}

/** The host of static files beside the one that most pages come from. */
export function elsewhere(): Elsewhere {
  if (!server) throw new Error('The servers have not been started');
  return server.elsewhere;
}

/** Steps that build on each other. */
export function journey(name: string, steps: () => void): void {
  if (chosenOnly()?.includes(name) === false) return;
  void describe(name, () => {
    before(() => void (brokenAt = undefined));
    steps();
  });
}

/** One step of a journey. Where it fails, the page is kept as a picture and its console is told. */
export function step(name: string, run: () => Promise<void>): void {
  const skip = browser ? false : `there is no ${ENGINE_NAMES[engine]} on this machine`;
  void it(name, {skip, timeout: STEP_TIMEOUT}, async () => {
    if (brokenAt !== undefined) throw notReached(brokenAt);
    try {
      await run();
    } catch (error) {
      brokenAt = name;
      throw withEvidence(error, await evidence(name));
    }
  });
}

function notReached(failed: string): Error {
  const failure = new Error(`Not reached, because "${failed}" failed.`);
  failure.stack = failure.message;
  return failure;
}

/** The same failure with more to go by, and of its stack only what is in the journeys. */
function withEvidence(error: unknown, found: string): Error {
  const failure = new Error(`${messageOf(error)}\n${found}`);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter(line => /^ +at .*\/test\/e2e\//.test(line));
  failure.stack = [failure.message, ...frames].join('\n');
  return failure;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The last lines, each once and of a length that can be read. */
function excerpt(log: readonly string[]): string {
  const lines = [...new Set(log)].slice(-20);
  return lines.map(line => `  ${line.slice(0, 300)}`).join('\n');
}

async function evidence(name: string): Promise<string> {
  if (!current) return 'No page was open.';
  const file = `e2e-${engine}-${name.toLowerCase().replaceAll(/\W+/g, '-')}.png`;
  const path = join(ARTIFACTS, file);
  try {
    await mkdir(ARTIFACTS, {recursive: true});
    await current.screenshot(path);
    return `Screenshot: ${path}\nConsole:\n${excerpt(await current.log()) || '  (silent)'}`;
  } catch (error) {
    return `The page could not be looked at any more: ${messageOf(error)}`;
  }
}
