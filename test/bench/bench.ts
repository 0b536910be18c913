/**
 * How long a reader waits, and what it costs: measured in the machine's browsers against the built
 * package, beside what others do, in the same run. Machines differ and are shared, so that only
 * figures of one run can be compared: the bars are ratios.
 */
import {mkdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {compressFolder} from '../../src/build/compress.js';
import {listFiles, writeWhole} from '../../src/build/files.js';
import {bundlePackage, writeStylesheet} from '../../src/build/package.js';
import {CACHE, DIST, ROOT} from '../../src/build/paths.js';
import {buildRuntime} from '../../src/build/runtime/runtime.js';
import {startScreen, type Screen} from '../e2e/drivers/virtual-screen.js';
import {ENGINE_NAMES, findBrowser, type Browser, type Engine} from '../setup/browsers.js';
import {obstacle} from './browser/browser.js';
import {Findings} from './findings.js';
import {parseOptions, USAGE, type Options} from './options.js';
import {makePages, TYPING_PAGE} from './pages.js';
import {DEMO} from './polls.js';
import {makeOwnRuntime, OWN} from './own-runtime.js';
import {FIRST, LONG_PAGE, makeRounds, PACKAGES, USUAL} from './rounds.js';
import {Line} from './server/line.js';
import {Server} from './server/server.js';
import {makeSourceArchives, SOURCES} from './server/source-archives.js';
import {formatFindings, formatLines} from './table.js';
import {noteReading} from './reading.js';
import {noteTyping} from './typing.js';

const RESULTS = join(CACHE, 'bench', 'results.json');
const PYODIDE = join(ROOT, 'node_modules', 'pyodide');

/** The files of Pyodide that a browser loads. */
const PYODIDE_FILES = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
];

/** Twelve elements take their time, and memory hardly varies. */
const MEMORY_ROUNDS = 2;

export async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = parseOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 1;
  }
  const server = await prepare(options);
  const results: Record<string, Findings> = {};
  try {
    for (const engine of options.engines) await measureEngine(server, engine, options, results);
  } finally {
    server.close();
    await rm(join(CACHE, 'bench', 'profile'), {recursive: true, force: true});
  }
  const measured = {date: new Date().toISOString(), rounds: options.rounds, results};
  await writeWhole(RESULTS, `${JSON.stringify(measured, null, 2)}\n`);
  return 0;
}

async function measureEngine(
  server: Server,
  engine: Engine,
  options: Options,
  results: Record<string, Findings>,
): Promise<void> {
  const browser = findBrowser(engine);
  const reason = browser ? obstacle(browser) : 'this machine does not have it';
  if (!browser || reason !== undefined) {
    console.log(`## ${ENGINE_NAMES[engine]}\n\nNot measured: ${reason}.\n`);
    return;
  }
  const screen = browser.miniBrowser === undefined ? undefined : await startScreen();
  try {
    if (options.lines.length > 0) {
      await measureLines(server, browser, screen, options, results);
      return;
    }
    const findings = new Findings();
    if (!options.typing && !options.reading)
      await measureRounds(server, browser, screen, options, findings);
    if (engine === 'chromium' && !options.typing && !options.packages) {
      say('chromium: reading …');
      await noteReading(server.origin, browser, options.rounds, findings);
    }
    if (engine === 'chromium' && !options.reading && !options.packages) {
      say('chromium: typing …');
      await noteTyping(server.origin + TYPING_PAGE, browser, findings);
    }
    results[engine] = findings;
    console.log(`${formatFindings(engine, findings)}\n`);
  } finally {
    await screen?.stop();
  }
}

async function measureRounds(
  server: Server,
  browser: Browser,
  screen: Screen | undefined,
  {rounds, memory, packages}: Options,
  findings: Findings,
): Promise<void> {
  const common = {browser, screen, say};
  await makeRounds(server, findings, {...common, rounds, journeys: packages ? PACKAGES : USUAL});
  if (!memory) return;
  await makeRounds(server, findings, {...common, rounds: MEMORY_ROUNDS, journeys: LONG_PAGE});
}

/** First visits over slow lines: there it shows how much of the wait is download. */
async function measureLines(
  server: Server,
  browser: Browser,
  screen: Screen | undefined,
  {rounds, lines}: Options,
  results: Record<string, Findings>,
): Promise<void> {
  const byLine = new Map<number, Findings>();
  for (const speed of lines) {
    const findings = new Findings();
    server.line = new Line(speed);
    try {
      await makeRounds(server, findings, {browser, screen, rounds, journeys: FIRST, say});
    } finally {
      server.line = undefined;
    }
    byLine.set(speed, findings);
    results[`${browser.engine}, ${speed} Mbit/s`] = findings;
  }
  console.log(`${formatLines(browser.engine, byLine)}\n`);
}

/** Build what is measured, and have everything at hand that a page may ask for. */
async function prepare({packages}: Options): Promise<Server> {
  say('Building the package …');
  const {defaultSeries} = await buildRuntime();
  await bundlePackage(true);
  await writeStylesheet();
  if (packages) {
    say('Building a runtime with packages …');
    await makeOwnRuntime();
  }
  await compressFolder(DIST);
  await mkdir(SOURCES, {recursive: true});
  const archives = await makeSourceArchives(defaultSeries);
  const server = await Server.start({
    folders: {dist: DIST, own: OWN, demo: DEMO, pyodide: PYODIDE, sources: SOURCES},
    pages: await makePages(archives),
  });
  say('Compressing what is served …');
  const served = (await listFiles(DIST)).filter(path => !/\.(?:br|gz|d\.ts|txt)$/.test(path));
  const own = packages ? (await listFiles(OWN)).filter(path => !path.endsWith('.txt')) : [];
  await server.warm([
    ...served.map(path => `/dist/${path}`),
    ...own.map(path => `/own/${path}`),
    ...PYODIDE_FILES.map(name => `/pyodide/${name}`),
    ...[...archives.wheels, archives.tarball].map(name => `/sources/${name}`),
  ]);
  return server;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
