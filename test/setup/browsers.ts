/** Which browsers this machine has, and what drives each. */
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import process from 'node:process';
import * as playwright from 'playwright';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export type Engine = (typeof ENGINES)[number];

/** What an engine is called in messages. */
export const ENGINE_NAMES: Readonly<Record<Engine, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
};

/** A browser that can be started. */
export interface Browser {
  readonly engine: Engine;
  /** The machine's own Firefox and WebKit want another driver than those of Playwright. */
  readonly kind: 'playwright' | 'bidi' | 'webdriver';
  /** The browser, or with `webdriver` the driver that starts it. */
  readonly executable: string;
  /** With WebKitGTK: the browser that its driver is to start. */
  readonly miniBrowser?: string;
}

/** Flags without which Chromium does not start as root, or waits for a network. */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

const NAMES: Readonly<Record<Engine, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  firefox: ['firefox', 'firefox-esr'],
  webkit: ['WebKitWebDriver', 'safaridriver'],
};

/** Where macOS keeps programs that are not on the path. */
const APPLICATIONS: Readonly<Record<Engine, readonly string[]>> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  webkit: [],
};

/** `MiniBrowser` is not on the path but in a folder that is named by platform and version. */
const LIBRARY_FOLDERS: readonly string[] = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/libexec',
  '/usr/lib64',
  '/usr/lib',
];

/** The browser of an engine, the machine's own first, or `null`. */
export function findBrowser(engine: Engine): Browser | null {
  return findSystemBrowser(engine) ?? findPlaywrightBrowser(engine);
}

/** Where a program lies that can be called by name, or `null`. */
export function which(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && existsSync(path)) return path;
  }
  return null;
}

function findSystemBrowser(engine: Engine): Browser | null {
  const executable =
    NAMES[engine].map(which).find(path => path !== null) ??
    APPLICATIONS[engine].find(path => existsSync(path));
  if (executable === undefined) return null;
  if (engine === 'webkit') return findWebKit(executable);
  return {engine, kind: engine === 'chromium' ? 'playwright' : 'bidi', executable};
}

/** WebKitGTK's driver is of use only with its browser, and a screen to show that on. */
function findWebKit(executable: string): Browser | null {
  if (executable.endsWith('safaridriver')) return {engine: 'webkit', kind: 'webdriver', executable};
  const miniBrowser = findMiniBrowser();
  const hasScreen = which('Xvfb') !== null || process.env['DISPLAY'] !== undefined;
  if (miniBrowser === null || !hasScreen) return null;
  return {engine: 'webkit', kind: 'webdriver', executable, miniBrowser};
}

function findMiniBrowser(): string | null {
  for (const folder of LIBRARY_FOLDERS.filter(path => existsSync(path))) {
    for (const name of readdirSync(folder).filter(entry => entry.startsWith('webkit2gtk'))) {
      const path = join(folder, name, 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  return null;
}

/** One that Playwright downloaded earlier. */
function findPlaywrightBrowser(engine: Engine): Browser | null {
  const executable = playwright[engine].executablePath();
  return existsSync(executable) ? {engine, kind: 'playwright', executable} : null;
}
