/**
 * Browsers that the machine lacks: from its own package manager where that is allowed, else from
 * Playwright where that can download.
 */
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import process from 'node:process';
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

/**
 * Installs what is missing, and says in one line each what could not be had.
 *
 * @returns The engines that there is no browser for.
 */
export function installBrowsers(engines: readonly Engine[]): readonly Engine[] {
  const missing = (): Engine[] => engines.filter(engine => findBrowser(engine) === null);
  if (missing().length > 0) installWithApt(missing());
  if (missing().length > 0) installWithPlaywright(missing());
  for (const engine of missing()) {
    say(
      `There is no ${ENGINE_NAMES[engine]} and none could be installed: its tests are skipped. ` +
        `To run them, ${ADVICE[engine]}.`,
    );
  }
  return missing();
}

function installWithApt(engines: readonly Engine[]): void {
  const asRoot = becomeRoot();
  if (which('apt-get') === null || asRoot === null) return;
  say(`Installing ${engines.map(engine => ENGINE_NAMES[engine]).join(', ')} with apt-get …`);
  if (!run([...asRoot, 'apt-get', 'update', '--quiet'])) return;
  for (const engine of engines) {
    const options = ['install', '--yes', '--quiet', '--no-install-recommends'];
    // Each for itself: a name that one distribution lacks does not keep the others away.
    run([...asRoot, 'apt-get', ...options, ...DEBIAN_PACKAGES[engine]]);
  }
}

/** What to put before a command that only root may run; `null` where that would need a password. */
function becomeRoot(): readonly string[] | null {
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  if (process.getuid?.() === 0) return environment;
  if (which('sudo') === null) return null;
  const {status} = spawnSync('sudo', ['--non-interactive', 'true'], {stdio: 'ignore'});
  return status === 0 ? ['sudo', '--non-interactive', ...environment] : null;
}

function installWithPlaywright(engines: readonly Engine[]): void {
  const manifest = createRequire(import.meta.url).resolve('playwright/package.json');
  for (const engine of engines) {
    say(`Asking Playwright for ${ENGINE_NAMES[engine]} …`);
    run([process.execPath, join(dirname(manifest), 'cli.js'), 'install', engine]);
  }
}

/** Shows on standard error what the program says, and whether it succeeded. */
function run([program = '', ...args]: readonly string[]): boolean {
  return spawnSync(program, args, {stdio: ['ignore', 2, 2]}).status === 0;
}
