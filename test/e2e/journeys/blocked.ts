/** A page whose policy forbids WebAssembly: a clear message, and nothing else harmed. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';
import {View} from '../view.js';

journey('a page that forbids WebAssembly', () => {
  let tab: Tab;

  step('is told what to add to its policy', async () => {
    tab = await openPage('/pages/no-wasm.html');
    const {face} = await Playground.on(tab);
    await face.click({role: 'button', name: 'Run'});
    await face.shows('wasm-unsafe-eval');
    assert.equal(await tab.evaluate(() => document.title), 'wasm-blocked');
  });

  step('goes on working', async () => {
    const page = new View('the page', () => Promise.resolve(tab));
    await page.click({role: 'button', name: 'Press me'});
    await until('the page’s own button answers', () =>
      page.look({role: 'button', name: 'Still works'}),
    );
  });
});
