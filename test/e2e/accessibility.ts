/** What axe-core finds in the demo: nothing, light or dark, at rest or running. */
import assert from 'node:assert/strict';
import axe, {type AxeResults} from 'axe-core';
import type {Scope, Tab} from './drivers/driver.js';
import {ENGINE, journey, openPage, step} from './journey.js';
import {Playground} from './playground.js';

const SCHEMES = ['light', 'dark'] as const;

// Its rules look at the document, not at the engine; only Chromium's driver can choose a scheme.
if (ENGINE === 'chromium') {
  for (const colorScheme of SCHEMES) {
    journey(`axe on the demo, ${colorScheme}`, () => {
      let tab: Tab;
      let playground: Playground;

      step('finds nothing in the blog post', async () => {
        tab = await openPage('/demo/blog.html', {colorScheme});
        await assertAccessible(tab);
      });

      step('finds nothing in the page before a start', async () => {
        tab = await openPage('/demo/', {colorScheme});
        playground = await Playground.on(tab);
        await playground.face.find({role: 'button', name: 'Run'});
        await assertAccessible(tab);
      });

      step('finds nothing in the page while the site runs', async () => {
        await playground.run();
        await playground.output.shows('What does everybody think?');
        await assertAccessible(tab);
      });

      for (const path of ['/polls/', '/polls/1/', '/polls/1/results/', '/accounts/login/']) {
        step(`finds nothing in ${path}`, async () => {
          await playground.goTo(path);
          await playground.isAt(path);
          await assertAccessible(playground.output);
        });
      }
    });
  }
}

if (ENGINE === 'chromium') {
  journey("axe on the demo, in the reader's own colours", () => {
    for (const page of ['blog', 'looks', 'hosts/material', 'hosts/rtl']) {
      step(`finds nothing in ${page}.html`, async () => {
        const tab = await openPage(`/demo/${page}.html`, {forcedColors: 'active'});
        await (await Playground.on(tab)).face.find({css: '[part~=run]'});
        await assertAccessible(tab);
      });
    }
  });
}

async function assertAccessible(scope: Pick<Scope, 'evaluate'>): Promise<void> {
  const violations = await scope.evaluate(runAxe, axe.source);
  assert.deepEqual(violations, []);
}

/** Runs in a document, which need not have axe. */
async function runAxe(source: string): Promise<string[]> {
  const scope = globalThis as typeof globalThis & {axe?: typeof import('axe-core')};
  if (!scope.axe) {
    const script = document.createElement('script');
    script.textContent = source;
    document.head.append(script);
    script.remove();
  }
  // A frame of opaque origin cannot be looked into from outside, and would only be waited for.
  const results: AxeResults = await scope.axe!.run({exclude: ['iframe']}, {iframes: false});
  return results.violations.map(
    ({id, help, nodes}) => `${id}: ${help}: ${nodes.map(node => node.html).join(' | ')}`,
  );
}
