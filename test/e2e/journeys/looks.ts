/** The element in pages like those of others: nothing overlaps, nothing is cut, nothing jumps. */
import assert from 'node:assert/strict';
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {ARTIFACTS} from '../../setup/run-part.js';
import type {Tab} from '../drivers/driver.js';
import {findCrowding, layoutShift} from '../geometry.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const WIDTHS = [360, 768, 1280] as const;
const PAGES = ['material', 'sphinx', 'django', 'bare', 'german', 'rtl'] as const;

/** Cumulative layout shift, as browsers reckon it; below 0.1 counts as good elsewhere. */
const MOST_SHIFT = 0.02;

// How much a layout shifts is only measured by Chromium, and only Playwright sets widths.
if (ENGINE === 'chromium') {
  for (const width of WIDTHS) {
    journey(`a documentation page of ${width} pixels`, () => {
      let tab: Tab;
      let playground: Playground;

      step(`has room for everything at ${width} pixels`, async () => {
        tab = await openPage('/demo/hosts/material.html', options(width, 'light'));
        playground = await Playground.on(tab, '#teas');
        await assertTidy(tab, `material-${width}-light`);
      });

      step(`has it when the code was edited and runs at ${width} pixels`, async () => {
        await playground.edit('views.py', text => text.replace('Tea.objects.all()', '[]'));
        await playground.run();
        await playground.output.shows('None yet');
        await assertTidy(tab, `material-${width}-light-run`);
      });

      step(`shifts nothing at ${width} pixels`, async () => {
        await assertStill(tab);
      });

      step(`follows the page's own switch at ${width} pixels`, async () => {
        await tab.evaluate(() => document.querySelector<HTMLElement>('[data-switch]')!.click());
        await until('the playground is dark', () => tab.evaluate(isDark));
        await assertTidy(tab, `material-${width}-dark-run`);
      });
    });
  }

  for (const page of PAGES) {
    journey(`the playgrounds of ${page}.html`, () => {
      let tab: Tab;

      for (const width of WIDTHS) {
        step(`fit in ${page}.html at ${width} pixels`, async () => {
          const set = options(width, 'light');
          // One tab for all widths, so that only the first has to fetch what the page consists of.
          if (width === WIDTHS[0]) tab = await openPage(`/demo/hosts/${page}.html`, set);
          else await openAgain(tab, set);
          await assertTidy(tab, `${page}-${width}-light`);
          await tab.adapt({colorScheme: 'dark'});
          await assertTidy(tab, `${page}-${width}-dark`);
          await assertStill(tab);
        });
      }
    });
  }
}

function options(width: number, colorScheme: 'light' | 'dark') {
  return {colorScheme, viewport: {width, height: 900}};
}

/** Loads the tab's page anew. */
async function openAgain(tab: Tab, set: ReturnType<typeof options>): Promise<void> {
  await tab.adapt(set);
  await tab.open(await tab.evaluate(() => location.href));
}

/** Runs in the page. */
function isDark(): boolean {
  const root = document.querySelector('#teas')?.shadowRoot?.querySelector('.playground');
  return root ? getComputedStyle(root).colorScheme === 'dark' : false;
}

/** @param name what the picture that is kept is called. */
async function assertTidy(tab: Tab, name: string): Promise<void> {
  await until('every playground shows its code', () => tab.evaluate(isComplete));
  await mkdir(ARTIFACTS, {recursive: true});
  await tab.screenshot(join(ARTIFACTS, `looks-${name}.png`));
  let crowding: readonly string[] = [];
  await until(
    'nothing is crowded',
    async () => (crowding = await tab.evaluate(findCrowding)).length === 0,
    {instead: () => crowding.join('\n')},
  );
}

/** Nothing has moved by itself since the page was loaded. */
async function assertStill(tab: Tab): Promise<void> {
  const {value, sources} = await tab.evaluate(layoutShift);
  assert.ok(value < MOST_SHIFT, `The page shifted by ${value}:\n${sources.join('\n')}`);
}

/** Runs in the page. */
function isComplete(): boolean {
  const playgrounds = [...document.querySelectorAll('django-playground')];
  return playgrounds.length > 0 && playgrounds.every(each => each.files?.length > 0);
}
