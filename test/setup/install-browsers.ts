/**
 * Browsers that the machine lacks: from its own package manager where that is allowed, else from
 * Playwright where that can download.
 */
import {spawnSync, type StdioOptions} from 'node:child_process';
import {mkdirSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, relative} from 'node:path';
import process from 'node:process';
import {CACHE, ROOT} from '../../src/build/paths.js';
import {say} from '../../src/build/progress.js';
import {ENGINE_NAMES, findBrowser, which, type Engine} from './browsers.js';

/** Names in Debian and what is made from it. Ubuntu's `chromium` and `firefox` are no packages. */
const DEBIAN_PACKAGES: Readonly<Record<Engine, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** What a person can do where nothing here works. */
const ADVICE: Readonly<Record<Engine, string>> = {
  chromium: 'install Chromium or Google Chrome',
  firefox: 'install Firefox',
  webkit: 'install webkit2gtk-driver and xvfb, or on macOS turn on safaridriver',
};

/** Milliseconds for which an engine that could not be had is not asked for again. */
const REST = 24 * 60 * 60 * 1000;

/**
 * Installs what is missing, and says in one line each what could not be had.
 *
 * @returns The engines that there is no browser for.
 */
export function installBrowsers(engines: readonly Engine[]): readonly Engine[] {
  const missing = (): Engine[] => engines.filter(engine => findBrowser(engine) === null);
  const wanted = missing().filter(engine => !triedLately(engine));
  if (wanted.length > 0) installWithApt(wanted);
  const left = wanted.filter(engine => findBrowser(engine) === null);
  if (left.length > 0) installWithPlaywright(left);
  for (const engine of missing()) {
    if (!triedLately(engine)) remember(engine);
    const note = relative(ROOT, noteOf(engine));
    say(
      `There is no ${ENGINE_NAMES[engine]} and none could be installed, so its tests are skipped. ` +
        `To run them ${ADVICE[engine]}; to have it tried again, delete ${note}.`,
    );
  }
  return missing();
}

/** The file whose date says when an engine was last asked for in vain. */
function noteOf(engine: Engine): string {
  return join(CACHE, 'test', `no-${engine}`);
}

function triedLately(engine: Engine): boolean {
  const note = statSync(noteOf(engine), {throwIfNoEntry: false});
  return note !== undefined && Date.now() - note.mtimeMs < REST;
}

function remember(engine: Engine): void {
  mkdirSync(dirname(noteOf(engine)), {recursive: true});
  writeFileSync(noteOf(engine), '');
}

function installWithApt(engines: readonly Engine[]): void {
  const names = engines.map(engine => ENGINE_NAMES[engine]).join(', ');
  // Each for itself: a name that one distribution lacks does not keep the others away.
  installPackages(
    names,
    engines.map(engine => DEBIAN_PACKAGES[engine]),
  );
}

/**
 * Installs packages of Debian where that is allowed.
 *
 * @param what how a person calls them.
 * @param groups each installed as one.
 */
export function installPackages(what: string, groups: readonly (readonly string[])[]): void {
  const asRoot = becomeRoot();
  if (which('apt-get') === null || asRoot === null) return;
  say(`Installing ${what} with apt-get …`);
  // What it does is worth seeing: it takes minutes.
  const show: StdioOptions = ['ignore', 2, 2];
  if (!run([...asRoot, 'apt-get', 'update', '--quiet'], show)) return;
  for (const packages of groups) {
    const options = ['install', '--yes', '--quiet', '--no-install-recommends'];
    run([...asRoot, 'apt-get', ...options, ...packages], show);
  }
}

/** What to put before a command that only root may run; `null` where that would need a password. */
function becomeRoot(): readonly string[] | null {
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  if (process.getuid?.() === 0) return environment;
  const sudo = ['sudo', '--non-interactive'];
  return which('sudo') !== null && run([...sudo, 'true']) ? [...sudo, ...environment] : null;
}

function installWithPlaywright(engines: readonly Engine[]): void {
  const manifest = createRequire(import.meta.url).resolve('playwright/package.json');
  for (const engine of engines) {
    say(`Asking Playwright for ${ENGINE_NAMES[engine]}, a download of some 100 MB …`);
    // Where it cannot download it says so at great length; one line comes of that here.
    run([process.execPath, join(dirname(manifest), 'cli.js'), 'install', engine]);
  }
}

function run([program = '', ...args]: readonly string[], stdio: StdioOptions = 'ignore'): boolean {
  return spawnSync(program, args, {stdio}).status === 0;
}
