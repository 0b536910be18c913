/** WebKit, driven through plain W3C WebDriver: WebKitGTK's MiniBrowser, or Safari. */
import {writeFile} from 'node:fs/promises';
import type {Browser} from '../../setup/browsers.js';
import {until} from '../until.js';
import {
  becomeStill,
  callText,
  pasteOver,
  type Driver,
  type Scope,
  type Tab,
  type Target,
} from './driver.js';
import {freePort, startService} from './service.js';
import {startScreen} from './virtual-screen.js';
import {WebDriverSession, command, type ElementReference} from './webdriver-session.js';

/** As large as the screen that it is shown on. */
const WINDOW = {x: 0, y: 0, width: 1280, height: 1000};

/** How the protocol writes the key. */
const RETURN_KEY = '\uE006';

/** Milliseconds that a function in the page may take. */
const SCRIPT_TIMEOUT = 180_000;

/** Milliseconds within which a browser is there, if it comes at all. */
const START_PATIENCE = 45_000;

/** How often a browser is started until it counts as one that does not. */
const STARTS = 3;

export async function startWebDriver(browser: Browser): Promise<Driver> {
  const screen = browser.miniBrowser === undefined ? null : await startScreen();
  const visits = new Set<Visit>();
  const start = async (): Promise<Visit> => {
    const visit = await startVisit(browser, screen?.env ?? {});
    visits.add(visit);
    return visit;
  };
  const close = async (): Promise<void> => {
    for (const visit of visits) await visit.end();
    await screen?.stop();
  };
  try {
    // The protocol tells a browser's version only to a session.
    const probe = await start();
    await probe.end();
    return {
      engine: browser.engine,
      version: probe.session.version,
      newTab: async () => newTab(await start()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A browser of its own, and the program that drives it. */
interface Visit {
  readonly session: WebDriverSession;
  end(): Promise<void>;
}

/** WebKitGTK's browser sometimes hangs before it has opened its window, so it gets more than one try. */
async function startVisit(browser: Browser, env: NodeJS.ProcessEnv): Promise<Visit> {
  for (let left = STARTS - 1; ; left--) {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const service = startService(browser.executable, [`--port=${port}`], {env});
    try {
      await until('the WebDriver service answers', () => command(base, 'GET', '/status'));
      const session = await WebDriverSession.start(base, capabilities(browser), START_PATIENCE);
      return {
        session,
        async end() {
          await session.end().catch(() => {});
          await service.stop();
        },
      };
    } catch (error) {
      await service.stop();
      if (left === 0) throw error;
    }
  }
}

function capabilities({miniBrowser}: Browser): object {
  if (miniBrowser === undefined) return {browserName: 'safari'};
  return {
    unhandledPromptBehavior: 'accept',
    'webkitgtk:browserOptions': {binary: miniBrowser, args: ['--automation']},
  };
}

/** Each tab is a session: WebKit forgets all that a session stored. */
async function newTab({session, end}: Visit): Promise<Tab> {
  await session.post('/timeouts', {script: SCRIPT_TIMEOUT, pageLoad: 120_000});
  await session.post('/window/rect', WINDOW);
  const page = scopeOf(session, []);
  return {
    ...page,
    async open(url) {
      await session.switchTo([]);
      await session.post('/url', {url});
      await page.evaluate(recordLog);
    },
    press: keys => Promise.reject(new Error(`This driver cannot press ${keys}`)),
    type: text => Promise.reject(new Error(`This driver cannot type "${text}"`)),
    log: () => page.evaluate(() => (globalThis as WithLog).recordedLog ?? []),
    screenshot: async path =>
      writeFile(path, Buffer.from(await session.get<string>('/screenshot'), 'base64')),
    adapt: () => Promise.reject(new Error('This driver cannot change width or colours')),
    drag: () => Promise.reject(new Error('This driver cannot drag')),
    close: end,
  };
}

type WithLog = typeof globalThis & {recordedLog?: string[]};

/** The protocol has no events, so the page itself has to remember what its console says. */
function recordLog(): void {
  const log: string[] = [];
  (globalThis as WithLog).recordedLog = log;
  (['error', 'warn', 'info', 'log'] as const).forEach(level => {
    const original = console[level];
    console[level] = (...args: unknown[]) => {
      log.push(`${level}: ${args.map(String).join(' ')}`);
      original(...args);
    };
  });
  addEventListener('error', ({message}) => log.push(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({reason}) => log.push(`unhandled: ${String(reason)}`));
}

/** @param frames the way from the page to the document, the innermost frame last. */
function scopeOf(session: WebDriverSession, frames: readonly ElementReference[]): Scope {
  return {
    async evaluate(run, ...args) {
      await session.switchTo(frames);
      const script = `
        const done = arguments[0];
        Promise.resolve().then(() => ${callText(run, args)}).then(
          value => done({value}),
          error => done({error: String(error)}),
        );`;
      const outcome = await session.post<{value: never; error?: string}>('/execute/async', {
        script,
        args: [],
      });
      if (outcome.error !== undefined) throw new Error(outcome.error);
      return outcome.value;
    },
    async find(run, ...args) {
      await session.switchTo(frames);
      const script = `return ${callText(run, args)}`;
      const element = await session.post<ElementReference | null>('/execute/sync', {
        script,
        args: [],
      });
      return element && targetOf(session, frames, element);
    },
  };
}

function targetOf(
  session: WebDriverSession,
  frames: readonly ElementReference[],
  element: ElementReference,
): Target {
  const send = async (path: string, body?: object): Promise<void> => {
    await session.switchTo(frames);
    await session.postTo(element, path, body);
  };
  // Where WebKit itself has to scroll, it then clicks in the wrong place of a frame, or of the
  // window, whose frames it does not scroll to.
  const scrollTo = async (): Promise<void> => {
    const script = 'arguments[0].scrollIntoView({block: "center", behavior: "instant"})';
    for (const [depth, target] of [...frames, element].entries()) {
      await session.switchTo(frames.slice(0, depth));
      await session.post('/execute/sync', {script, args: [target]});
    }
    const still = `const [element, done] = arguments; (${becomeStill.toString()})(element).then(done)`;
    await session.post('/execute/async', {script: still, args: [element]});
  };
  // In a shadow root WebKit refuses to click an element, taking the host for something that covers
  // it; the mouse itself can.
  const click = async (): Promise<void> => {
    await scrollTo();
    if (frames.length > 0) return send('click');
    const middle = await session.post<Point>('/execute/sync', {
      script: `return (${middleOf.toString()})(...arguments)`,
      args: [element],
    });
    await session.post('/actions', {actions: [clickAt(middle)]});
  };
  return {
    click,
    clickRight: () => Promise.reject(new Error('This driver has one button')),
    async type(text) {
      // Only a click moves the focus into a frame or out of one.
      await click();
      await send('clear');
      await click();
      await send('value', {text: text.replaceAll('\n', RETURN_KEY)});
    },
    async paste(text) {
      await session.switchTo(frames);
      const script = `(${pasteOver.toString()})(...arguments)`;
      await session.post('/execute/sync', {script, args: [element, text]});
    },
    choose: path => send('value', {text: path}),
    enter: () => Promise.resolve(scopeOf(session, [...frames, element])),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs in a page. */
function middleOf(element: Element): Point {
  const {x, y, width, height} = element.getBoundingClientRect();
  return {x: Math.round(x + width / 2), y: Math.round(y + height / 2)};
}

/** What a mouse does to click there. */
function clickAt({x, y}: Point): object {
  return {
    type: 'pointer',
    id: 'mouse',
    parameters: {pointerType: 'mouse'},
    actions: [
      {type: 'pointerMove', x, y},
      {type: 'pointerDown', button: 0},
      {type: 'pointerUp', button: 0},
    ],
  };
}
