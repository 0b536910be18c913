/** The machine's own Firefox, driven through WebDriver BiDi. */
import {writeFile} from 'node:fs/promises';
import {
  launch,
  type Browser as PuppeteerBrowser,
  type ElementHandle,
  type Frame,
  type KeyInput,
  type Page,
} from 'puppeteer-core';
import type {Browser} from '../../setup/browsers.js';
import {
  becomeStill,
  callText,
  pasteOver,
  type Driver,
  type Scope,
  type Tab,
  type Target,
} from './driver.js';

const OPEN_TIMEOUT = 120_000;
/** Milliseconds that a function in the page may take. */
const PROTOCOL_TIMEOUT = 600_000;

export async function startBidi({engine, executable}: Browser): Promise<Driver> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: executable,
    headless: true,
    protocolTimeout: PROTOCOL_TIMEOUT,
    // Nobody asks what was loaded, and Firefox would keep all of it in case somebody does.
    networkEnabled: false,
    extraPrefsFirefox: {'remote.network.maxTotalDataSize': 0},
  });
  return {
    engine,
    version: await browser.version(),
    newTab: () => newTab(browser),
    close: () => browser.close(),
  };
}

async function newTab(browser: PuppeteerBrowser): Promise<Tab> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width: 1280, height: 900});
  page.on('dialog', dialog => void dialog.accept());
  return {
    ...scopeOf(page.mainFrame()),
    press: keys => press(page, keys.split('+') as KeyInput[]),
    type: text => page.keyboard.type(text),
    log: listen(page),
    open: async url => void (await page.goto(url, {timeout: OPEN_TIMEOUT})),
    screenshot: async path => writeFile(path, await page.screenshot()),
    adapt: () => Promise.reject(new Error('This driver cannot change width or colours')),
    drag: () => Promise.reject(new Error('This driver cannot drag')),
    close: () => context.close(),
  };
}

/** Holds all keys but the last one while that is pressed. */
async function press({keyboard}: Page, keys: readonly KeyInput[]): Promise<void> {
  const held = keys.slice(0, -1);
  for (const key of held) await keyboard.down(key);
  await keyboard.press(keys.at(-1)!);
  for (const key of held) await keyboard.up(key);
}

function listen(page: Page): Tab['log'] {
  const log: string[] = [];
  page.on('console', message => log.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error =>
    log.push(
      `uncaught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ),
  );
  return () => Promise.resolve(log);
}

function scopeOf(frame: Frame): Scope {
  return {
    evaluate: (run, ...args) => frame.evaluate(callText(run, args)) as Promise<never>,
    async find(run, ...args) {
      const element = (await frame.evaluateHandle(callText(run, args))).asElement();
      return element && targetOf(element as ElementHandle);
    },
  };
}

function targetOf(element: ElementHandle): Target {
  return {
    async click() {
      await element.scrollIntoView();
      await element.evaluate(becomeStill);
      await element.click();
    },
    clickRight: () => element.click({button: 'right'}),
    async type(text) {
      await (element as ElementHandle<HTMLInputElement>).evaluate(field => field.select());
      await element.press('Delete');
      await element.type(text);
    },
    paste: text => (element as ElementHandle<HTMLTextAreaElement>).evaluate(pasteOver, text),
    choose: path => (element as ElementHandle<HTMLInputElement>).uploadFile(path),
    async enter() {
      const frame = await element.contentFrame();
      if (!frame) throw new Error('The frame has no document');
      return scopeOf(frame);
    },
  };
}
