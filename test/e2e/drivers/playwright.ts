/** Chromium, and whatever else Playwright downloaded itself. */
import {
  chromium,
  firefox,
  webkit,
  type Browser as PlaywrightBrowser,
  type ElementHandle,
  type Frame,
  type Page,
} from 'playwright';
import {CHROMIUM_FLAGS, type Browser} from '../../setup/browsers.js';
import {
  callText,
  pasteOver,
  type Driver,
  type Point,
  type Scope,
  type Tab,
  type TabOptions,
  type Target,
} from './driver.js';

const TYPES = {chromium, firefox, webkit};

/** How long a click waits for its element to be still and uncovered, in milliseconds. */
const ACTION_TIMEOUT = 60_000;
const OPEN_TIMEOUT = 120_000;

export async function startPlaywright({engine, executable}: Browser): Promise<Driver> {
  const browser = await TYPES[engine].launch({
    executablePath: executable,
    args: engine === 'chromium' ? [...CHROMIUM_FLAGS] : [],
  });
  return {
    engine,
    version: `${engine} ${browser.version()}`,
    newTab: options => newTab(browser, options),
    close: () => browser.close(),
  };
}

async function newTab(browser: PlaywrightBrowser, options: TabOptions = {}): Promise<Tab> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(ACTION_TIMEOUT);
  const page = await context.newPage();
  page.on('dialog', dialog => void dialog.accept());
  return {
    ...scopeOf(page.mainFrame()),
    press: keys => page.keyboard.press(keys),
    type: text => page.keyboard.type(text),
    log: listen(page),
    open: async url => void (await page.goto(url, {timeout: OPEN_TIMEOUT})),
    screenshot: async path => void (await page.screenshot({path})),
    async adapt({viewport, ...media}) {
      await page.emulateMedia(media);
      if (viewport) await page.setViewportSize(viewport);
    },
    drag: (from, to, pointer) => (pointer === 'mouse' ? dragMouse : dragTouch)(page, from, to),
    close: () => context.close(),
  };
}

/** Moves between taking hold and letting go. */
const MOVES = 5;

async function dragMouse({mouse}: Page, from: Point, to: Point): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, {steps: MOVES});
  await mouse.up();
}

async function dragTouch(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', {type, touchPoints});
  await send('touchStart', [from]);
  for (let move = 1; move <= MOVES; move++) {
    const part = move / MOVES;
    const x = from.x + (to.x - from.x) * part;
    const y = from.y + (to.y - from.y) * part;
    await send('touchMove', [{x, y}]);
  }
  await send('touchEnd', []);
  await session.detach();
}

function listen(page: Page): Tab['log'] {
  const log: string[] = [];
  page.on('console', message =>
    log.push(`${message.type()}: ${message.text()} (${message.location().url})`),
  );
  page.on('pageerror', error =>
    log.push(`uncaught ${error.name}: ${error.stack ?? error.message}`),
  );
  return () => Promise.resolve(log);
}

function scopeOf(frame: Frame): Scope {
  return {
    evaluate: (run, ...args) => frame.evaluate(callText(run, args)),
    async find(run, ...args) {
      const element = (await frame.evaluateHandle(callText(run, args))).asElement();
      return element && targetOf(element);
    },
  };
}

function targetOf(element: ElementHandle): Target {
  return {
    click: () => element.click(),
    clickRight: () => element.click({button: 'right'}),
    async type(text) {
      await element.selectText();
      await element.press('Delete');
      await element.type(text);
    },
    paste: text => (element as ElementHandle<HTMLTextAreaElement>).evaluate(pasteOver, text),
    choose: path => element.setInputFiles(path),
    async enter() {
      const frame = await element.contentFrame();
      if (!frame) throw new Error('The frame has no document');
      return scopeOf(frame);
    },
  };
}
