/** The configuration of @web/test-runner: which files, in which browsers, served how. */
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {defaultReporter, type TestRunnerConfig} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {freePort} from '../e2e/drivers/service.js';
import {CHROMIUM_FLAGS, findBrowser, type Browser} from './browsers.js';
import {NONE, countsLine} from './counts.js';
import {countingReporter} from './counting-reporter.js';
import {chosenEngines} from './engines.js';
import {chosenOnly} from './failing.js';
import {viteMiddleware} from './vite-middleware.js';

/** Milliseconds that a file may take. */
const PROTOCOL_TIMEOUT = 1_200_000;

const ROOMS = [
  'project',
  'browser',
  'chain',
  'page',
  'frame',
  'files',
  'editor',
  'console',
  'giving',
  'storage',
  'packages',
  'rendering',
  'runtime',
  'worker',
  'element',
  'frameworks',
];

/** @param root the repository's root. */
export async function componentTests(root: string): Promise<TestRunnerConfig> {
  const engines = chosenEngines(['chromium', 'firefox']);
  const browsers = engines.map(findBrowser).filter(browser => browser !== null);
  if (browsers.length === 0) skipAll(root);
  const watch = process.argv.includes('--watch');
  return {
    rootDir: root,
    files: [...(chosenOnly() ?? ROOMS.map(room => `test/${room}/**/*.test.ts`))],
    browsers: browsers.map(launcher),
    // Each engine may run in a process of its own, and two that look for a port find the same one.
    port: await freePort(),
    // One page per browser: a test that boots Django fills a processor by itself.
    concurrentBrowsers: 2,
    concurrency: 1,
    middleware: [...(await servers(root)), await viteMiddleware(root, engines, watch)],
    staticLogging: !process.stdout.isTTY,
    reporters: [
      defaultReporter({reportTestResults: true, reportTestProgress: watch}),
      countingReporter(engines.length - browsers.length),
    ],
    browserStartTimeout: 240_000,
    testsStartTimeout: 240_000,
    testsFinishTimeout: PROTOCOL_TIMEOUT,
    testFramework: {config: {ui: 'bdd', timeout: '300000'}},
  };
}

/** Without a browser nobody knows how many tests there are: each file counts as one. */
function skipAll(root: string): never {
  const files = ROOMS.map(room => join(root, 'test', room))
    .flatMap(folder =>
      existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}) : [],
    )
    .filter(path => path.endsWith('.test.ts'));
  process.stdout.write(`${countsLine({...NONE, skipped: files.length})}\n`);
  process.exit(0);
}

function launcher({
  engine,
  kind,
  executable,
}: Browser): NonNullable<TestRunnerConfig['browsers']>[number] {
  const args = engine === 'chromium' ? [...CHROMIUM_FLAGS] : [];
  // It has one page for all files, and with it what the browser has compiled.
  if (kind === 'bidi' || engine === 'chromium') {
    return puppeteerLauncher({
      launchOptions: {
        browser: engine === 'chromium' ? 'chrome' : 'firefox',
        executablePath: executable,
        headless: true,
        args,
        protocolTimeout: PROTOCOL_TIMEOUT,
        // Nobody asks what was loaded, and Firefox would keep all of it in case somebody does.
        networkEnabled: false,
        extraPrefsFirefox: {'remote.network.maxTotalDataSize': 0},
      },
    });
  }
  return playwrightLauncher({product: engine, launchOptions: {executablePath: executable, args}});
}

/**
 * Real servers: for forms to be sent to, which the tests of `frame/` compare with, and for wheels
 * that the tests of `packages/` describe.
 */
async function servers(root: string): Promise<NonNullable<TestRunnerConfig['middleware']>> {
  const paths = ['frame/form-recorder.mjs', 'packages/made-wheels.mjs'];
  const modules = paths.map(path => import(pathToFileURL(`${root}/test/${path}`).href));
  return (await Promise.all(modules)).map(module => module.default);
}
