/** Pages whose policies forbid what a site needs: a clear message, and nothing else harmed. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';
import {View} from '../view.js';

const CASES = [
  {what: 'WebAssembly', query: 'wasm', advice: 'wasm-unsafe-eval', code: 'wasm-blocked'},
  {what: 'workers', query: 'workers', advice: 'worker-src data:', code: 'worker-blocked'},
];

for (const {what, query, advice, code} of CASES) {
  journey(`a page that forbids ${what}`, () => {
    let tab: Tab;

    step('is told what to add to its policy', async () => {
      tab = await openPage(`/pages/forbidding.html?${query}`);
      const {face} = await Playground.on(tab);
      await face.click({role: 'button', name: 'Run'});
      await face.shows(advice);
      assert.equal(await tab.evaluate(() => document.title), code);
    });

    step('goes on working', async () => {
      const page = new View('the page', () => Promise.resolve(tab));
      await page.click({role: 'button', name: 'Press me'});
      await until('the page’s own button answers', () =>
        page.look({role: 'button', name: 'Still works'}),
      );
    });
  });
}
