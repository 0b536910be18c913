/**
 * Browsers as a reader has them: started with a profile and an address, driven by nobody. Drivers
 * keep no profile in some engines, and their debuggers slow WebAssembly down in others. What there
 * is to do in a page its own script does.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import type {Screen} from '../../e2e/drivers/virtual-screen.js';
import {CHROMIUM_FLAGS, type Browser} from '../../setup/browsers.js';

export interface RunningBrowser {
  readonly id: number;
  /** Rejects when it ends by itself. */
  readonly ended: Promise<never>;
  /** End it, so that its profile is whole. */
  close(): Promise<void>;
}

/** Milliseconds that a browser has to end by itself, once its window is closed or it is told to. */
const GRACE = 5000;

/** Milliseconds after which a window that a page may close is closed. */
const WINDOW_GRACE = 1500;

const FIREFOX_PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,none',
  'toolkit.telemetry.enabled': false,
  // How a page ends the browser; killed, it would not finish writing its cache.
  'dom.allow_scripts_to_close_windows': true,
};

/**
 * Start a browser that shows one page.
 *
 * @param profile Folder of its profile; made where there is none.
 * @param screen For browsers that need one.
 */
export async function startBrowser(
  browser: Browser,
  profile: string,
  url: string,
  screen: Screen | undefined,
): Promise<RunningBrowser> {
  await mkdir(profile, {recursive: true});
  const {command, args, env = {}} = await commandOf(browser, profile, url, screen);
  const child = spawn(command, args, {
    env: {...process.env, ...env},
    stdio: 'ignore',
    // A group of its own, so that a browser's children end with it.
    detached: true,
  });
  const kill = (): void => killGroup(child, 'SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`The browser ended (${String(code)}).`)));
  });
  ended.catch(() => {});
  await Promise.race([once(child, 'spawn'), ended]);
  return {
    id: child.pid ?? 0,
    ended,
    async close() {
      const exit = once(child, 'exit');
      await Promise.race([exited(child) ? undefined : exit, pause(WINDOW_GRACE)]);
      if (!exited(child)) {
        child.kill('SIGTERM');
        await Promise.race([exit, pause(GRACE)]);
      }
      kill();
      process.off('exit', kill);
    },
  };
}

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Why an engine's browser cannot be measured here, if so. */
export function obstacle({kind, engine, miniBrowser}: Browser): string | undefined {
  if (engine !== 'webkit') return undefined;
  if (miniBrowser !== undefined) return undefined;
  return kind === 'webdriver'
    ? 'Safari cannot be started with a profile of its own'
    : 'Playwright’s WebKit cannot be started by itself';
}

async function commandOf(
  {engine, executable, miniBrowser}: Browser,
  profile: string,
  url: string,
  screen: Screen | undefined,
): Promise<Command> {
  if (engine === 'chromium') {
    const args = ['--headless=new', `--user-data-dir=${profile}`, ...CHROMIUM_FLAGS, url];
    return {command: executable, args};
  }
  if (engine === 'firefox') {
    const lines = Object.entries(FIREFOX_PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    await writeFile(join(profile, 'user.js'), lines.join(''));
    return {command: executable, args: ['--headless', '--no-remote', '--profile', profile, url]};
  }
  return {
    command: miniBrowser ?? executable,
    args: [url],
    env: {
      HOME: profile,
      XDG_DATA_HOME: join(profile, 'data'),
      XDG_CACHE_HOME: join(profile, 'cache'),
      XDG_CONFIG_HOME: join(profile, 'config'),
      ...screen?.env,
    },
  };
}

function exited({exitCode, signalCode}: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function killGroup({pid}: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of it is left.
  }
}
