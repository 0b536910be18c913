/** Which browsers this machine has, and how each is started. */
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import process from 'node:process';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export type Engine = (typeof ENGINES)[number];

/** A browser that can be started: one of the machine's, or one that Playwright downloaded. */
export interface Browser {
  readonly engine: Engine;
  /** What drives it: the machine's own browsers each want another way than Playwright's. */
  readonly kind: 'playwright' | 'bidi' | 'webdriver';
  /** The browser, or with `webdriver` the driver that starts it. */
  readonly executable: string;
  /** With WebKitGTK: the browser that its driver is to start. */
  readonly miniBrowser?: string;
}

const NAMES: Readonly<Record<Engine, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  firefox: ['firefox', 'firefox-esr'],
  webkit: ['WebKitWebDriver', 'safaridriver'],
};

const MAC_APPLICATIONS: Readonly<Record<Engine, readonly string[]>> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  webkit: ['/usr/bin/safaridriver'],
};

/** Where a program lies that can be called by name, or `null`. */
export function which(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && existsSync(path)) return path;
  }
  return null;
}

/** The machine's own browser of an engine, or `null`. */
export function findSystemBrowser(engine: Engine): Browser | null {
  const named = NAMES[engine].map(which).find(path => path !== null);
  const executable = named ?? MAC_APPLICATIONS[engine].find(path => existsSync(path));
  if (executable === undefined || executable === null) return null;
  if (engine === 'webkit') return findWebKit(executable);
  return {engine, kind: engine === 'chromium' ? 'playwright' : 'bidi', executable};
}

/** WebKitGTK's driver is of use only with its browser, and a screen to show that on. */
function findWebKit(executable: string): Browser | null {
  if (executable.endsWith('safaridriver')) {
    return {engine: 'webkit', kind: 'webdriver', executable};
  }
  const miniBrowser = findMiniBrowser();
  const hasScreen = which('Xvfb') !== null || process.env['DISPLAY'] !== undefined;
  if (miniBrowser === null || !hasScreen) return null;
  return {engine: 'webkit', kind: 'webdriver', executable, miniBrowser};
}

/** `MiniBrowser` is not on the path: it lies in a folder named by platform and version. */
function findMiniBrowser(): string | null {
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64', ...platformFolders()];
  for (const folder of folders.filter(path => existsSync(path))) {
    for (const name of readdirSync(folder).filter(entry => entry.startsWith('webkit2gtk'))) {
      const path = join(folder, name, 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  return null;
}

function platformFolders(): string[] {
  return ['x86_64', 'aarch64'].map(machine => `/usr/lib/${machine}-linux-gnu`);
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
