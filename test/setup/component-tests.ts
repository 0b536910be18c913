/** The configuration of @web/test-runner: which files, in which browsers, served how. */
import {existsSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import process from 'node:process';
import {defaultReporter, type TestRunnerConfig} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {CHROMIUM_FLAGS, findSystemBrowser, type Browser} from './browsers.js';
import {countingReporter} from './counting-reporter.js';
import {viteMiddleware} from './vite-middleware.js';

const ROOMS = ['project', 'browser', 'page', 'frame', 'runtime', 'editor', 'element'];

/** @param root the repository's root. */
export async function componentTests(root: string): Promise<TestRunnerConfig> {
  const browsers = (['chromium', 'firefox'] as const)
    .map(findSystemBrowser)
    .filter(browser => browser !== null);
  const watch = process.argv.includes('--watch');
  return {
    rootDir: root,
    files: ROOMS.map(room => `test/${room}/**/*.test.ts`),
    browsers: browsers.map(launcher),
    // One page per browser: a test that boots Django fills a processor by itself.
    concurrentBrowsers: 2,
    concurrency: 1,
    middleware: [...(await recorders(root)), await viteMiddleware(root, watch)],
    reporters: [
      defaultReporter({reportTestResults: true, reportTestProgress: watch}),
      countingReporter(`${root}/.cache/test/components.json`),
    ],
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    testFramework: {config: {ui: 'bdd', timeout: '30000'}},
  };
}

function launcher(browser: Browser) {
  if (browser.engine === 'firefox' && browser.kind === 'bidi') {
    return puppeteerLauncher({
      launchOptions: {browser: 'firefox', executablePath: browser.executable, headless: true},
    });
  }
  return playwrightLauncher({
    product: browser.engine,
    launchOptions: {executablePath: browser.executable, args: [...CHROMIUM_FLAGS]},
  });
}

/** A real server for forms to be sent to, which the tests of `frame/` compare with. */
async function recorders(root: string): Promise<NonNullable<TestRunnerConfig['middleware']>> {
  const path = `${root}/test/frame/form-recorder.mjs`;
  if (!existsSync(path)) return [];
  const module = await import(pathToFileURL(path).href);
  return [module.default];
}
