/** In the page that a generator made, both playgrounds run; without JavaScript it can be read. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startDriver} from '../e2e/drivers/start.js';
import type {Driver, Tab} from '../e2e/drivers/driver.js';
import {Playground} from '../e2e/playground.js';
import {until} from '../e2e/until.js';
import {findBrowser} from '../setup/browsers.js';
import {makeSite, NotInstalled, type Generator} from './generator.js';
import {FILES, ORDER, SHOWN} from './page.js';
import {startServer, type Server} from './server.js';

/** Milliseconds: some are installed first, and some take a minute for two pages. */
const MAKE_TIMEOUT = 1_200_000;
const PAGE_TIMEOUT = 600_000;

const browser = findBrowser('chromium');
let driver: Driver | undefined;
let server: Server | undefined;
/** Readers with and without JavaScript. */
let reader: Tab;
let plainReader: Tab;

before(async () => {
  server = await startServer();
  if (!browser) return;
  driver = await startDriver(browser);
  reader = await driver.newTab();
  plainReader = await driver.newTab({javaScriptEnabled: false});
});

after(async () => {
  await driver?.close();
  server?.close();
});

/** @param pages How many of its pages are run; of the others only the files are looked at. */
export function describeGenerator(generator: Generator, pages = Infinity): void {
  void describe(generator.name, () => {
    let addresses: readonly string[] = [];
    let missing: string | undefined = browser ? undefined : 'there is no Chromium';

    void it('makes its pages', {timeout: MAKE_TIMEOUT}, async t => {
      try {
        addresses = await makeSite(generator);
      } catch (error) {
        if (!(error instanceof NotInstalled)) throw error;
        missing = error.message;
        t.skip(`${generator.name} is skipped: ${missing}`);
      }
    });

    generator.pages.forEach((page, index) => {
      const open = async (tab: Tab): Promise<void> => {
        const address = addresses[index];
        if (!server || address === undefined) throw new Error('The page was not made.');
        await tab.open(server.origin + address);
      };

      void it(`has both playgrounds in “${page}”`, {timeout: PAGE_TIMEOUT}, async t => {
        if (missing !== undefined) return t.skip(missing);
        await open(reader);
        for (const id of ['one', 'two']) {
          const playground = await Playground.on(reader, `django-playground#${id}`);
          await until('its files are read', async () => {
            return (await playground.file(FILES[0].path)) !== 'undefined';
          });
          for (const {path, text} of FILES) assert.equal(await playground.file(path), text);
          if (index >= pages) continue;
          await playground.run();
          for (const text of SHOWN) await playground.output.shows(text);
        }
      });

      void it(`can read “${page}” without JavaScript`, {timeout: PAGE_TIMEOUT}, async t => {
        if (missing !== undefined) return t.skip(missing);
        await open(plainReader);
        const lines = ORDER.flatMap(text => text.split('\n'))
          .map(squeeze)
          .filter(Boolean);
        const read = (await plainReader.evaluate(readAloud)).map(squeeze).join('\n');
        let at = 0;
        for (const line of lines) {
          const found = read.indexOf(line, at);
          assert.notEqual(found, -1, `“${line}” does not come next in:\n${read.slice(at)}`);
          at = found + line.length;
        }
      });
    });
  });
}

/** Highlighters part words as they like. */
function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** Runs in the page: what a screen reader comes to, in its order. */
function readAloud(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  let line = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    const isSeen = parent.checkVisibility({opacityProperty: true, visibilityProperty: true});
    if (isSeen && !parent.closest('[aria-hidden="true"]')) line += node.textContent ?? '';
  }
  texts.push(line);
  return texts;
}
