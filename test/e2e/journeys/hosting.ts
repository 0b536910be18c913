/** Pages that are put together in other ways: isolated, in frames, with their content swapped. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {elsewhere, ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {View} from '../view.js';

journey('a page that is isolated from others', () => {
  let tab: Tab;

  step('runs', async () => {
    tab = await openPage('/pages/isolated.html');
    assert.equal(await tab.evaluate(() => crossOriginIsolated), true);
    await runs(await Playground.on(tab));
  });

  step('runs what takes the place of its content', async () => {
    await tab.evaluate(swapBody);
    await runs(await Playground.on(tab));
  });

  step('runs what it had before again', async () => {
    await tab.evaluate(swapBack);
    await runs(await Playground.on(tab));
  });
});

journey('pages in frames', () => {
  for (const [id, what] of [
    ['same', 'of the same origin'],
    ['other', 'of another origin'],
    ['sandboxed', 'that may do nothing but run scripts'],
  ] as const) {
    // There the interpreter does not always start in a frame without an origin.
    if (id === 'sandboxed' && ENGINE === 'firefox') continue;
    step(`run in one ${what}`, async () => {
      const tab = await openPage(`/pages/frames.html#${elsewhere().origin}`);
      const page = new View('the page', () => Promise.resolve(tab));
      const frame = await (await page.find({css: `#${id}`})).enter();
      await runs(await Playground.on(frame));
    });
  }
});

async function runs(playground: Playground): Promise<void> {
  await playground.run();
  await playground.output.shows('It works');
}

type WithBody = typeof globalThis & {formerBody?: HTMLElement};

/** Runs in the page: what libraries do that load pages into each other. */
async function swapBody(): Promise<void> {
  const markup = await (await fetch(location.href)).text();
  const {body} = new DOMParser().parseFromString(markup, 'text/html');
  (globalThis as WithBody).formerBody = document.body;
  document.body.replaceWith(document.adoptNode(body));
}

/** Runs in the page. */
function swapBack(): void {
  const {formerBody} = globalThis as WithBody;
  if (formerBody) document.body.replaceWith(formerBody);
}
