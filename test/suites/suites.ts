/** `npm run test:htmx` and `npm run test:wpt`: suites of others, on a real origin and in the frame. */
import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {bundlePackage} from '../../src/build/package.js';
import {CACHE, DIST} from '../../src/build/paths.js';
import {buildRuntime} from '../../src/build/runtime/runtime.js';
import {say} from '../../src/build/progress.js';
import {replaceFolder} from '../../src/build/files.js';
import {ENGINE_NAMES, findBrowser, type Engine} from '../setup/browsers.js';
import {readOptions, type Options} from './options.js';
import {checkout} from './checkout.js';
import {compare, describe, differing, hasPassed, type Outcomes} from './compare.js';
import {HTMX} from './htmx/suite.js';
import {visitInside} from './inside.js';
import {visitOutside} from './outside.js';
import type {Page, Suite} from './suite.js';
import {WPT} from './wpt/suite.js';

const SUITES: Readonly<Record<string, Suite>> = {htmx: HTMX, wpt: WPT};

/**
 * @param words the suite, then engines and options.
 * @returns The exit code.
 */
export async function main(words: readonly string[]): Promise<number> {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  const [name = '', ...rest] = words;
  const suite = SUITES[name];
  if (!suite) throw new Error(`There is no suite “${name}”.`);
  const options = readOptions(rest, suite.engines);
  const folder = join(CACHE, 'suites', suite.name);
  const files = options.from ?? (await checkout(suite, join(folder, 'checkout')));
  await mkdir(folder, {recursive: true});
  const packaged = join(folder, 'dist');
  if (options.inside) await build(packaged);
  const all = await suite.pages(files);
  const pages = all.filter(({path}) => options.only === undefined || path.includes(options.only));
  const site = await suite.site(files);
  let isGood = true;
  for (const engine of options.engines) {
    isGood = (await run(suite, engine, {options, folder, packaged, pages, site})) && isGood;
  }
  return isGood ? 0 : 1;
}

/** The package, where no other command empties its folder meanwhile. */
async function build(folder: string): Promise<void> {
  await buildRuntime();
  await bundlePackage(true);
  await replaceFolder(folder, draft => cp(DIST, draft, {recursive: true}));
}

interface Means {
  readonly options: Options;
  readonly folder: string;
  readonly packaged: string;
  readonly pages: readonly Page[];
  readonly site: Readonly<Record<string, Uint8Array>>;
}

async function run(suite: Suite, engine: Engine, means: Means): Promise<boolean> {
  const {options, folder, packaged, pages, site} = means;
  const browser = findBrowser(engine);
  if (!browser) throw new Error(`There is no ${ENGINE_NAMES[engine]} on this machine.`);
  const file = (kind: string) => join(folder, `${kind}-${engine}.json`);
  const keep = (kind: string, earlier: Outcomes = {}) => {
    return async (outcomes: Outcomes): Promise<void> =>
      writeFile(file(kind), JSON.stringify({...earlier, ...outcomes}, null, 1));
  };
  const earlier = options.again ? await readOutcomes(file('outside')) : {};
  const missing = pages.filter(({path}) => !(path in earlier));
  const outside = {...earlier};
  if (missing.length > 0) {
    const note = keep('outside', earlier);
    Object.assign(outside, await visitOutside(browser, missing, site, note));
    await note(outside);
  }
  if (!options.inside) return true;
  const note = keep('inside');
  const chosen = options.all ? pages : pages.filter(page => page.leftOut === undefined);
  const inside: Outcomes = await visitInside(browser, chosen, site, packaged, note);
  // What depends on time gets a second chance, when less is going on.
  const missed = differing(suite, outside, inside);
  const repeated = chosen.filter(({path}) => missed.has(path));
  if (options.twice && repeated.length > 0) {
    say(`${repeated.length} pages once more …`);
    const second = await visitInside(browser, repeated, site, packaged, async () => {});
    Object.assign(inside, merge(suite, inside, second));
  }
  await note(inside);
  const comparison = compare(suite, engine, pages, outside, inside, options.only === undefined);
  process.stdout.write(describe(suite, engine, comparison));
  return hasPassed(suite, comparison);
}

/** Of each page the visit in which more tests passed. */
function merge(suite: Suite, first: Outcomes, second: Outcomes): Outcomes {
  const count = (outcomes: Outcomes, path: string): number =>
    outcomes[path]?.results.filter(({status}) => status === suite.passed).length ?? 0;
  return Object.fromEntries(
    Object.entries(second).filter(([path]) => count(second, path) > count(first, path)),
  );
}

/** What was found earlier. */
async function readOutcomes(file: string): Promise<Outcomes> {
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Outcomes) : {};
}
