/** A site with packages that are compiled, from a folder as Pyodide's distribution is one. */
import assert from 'node:assert/strict';
import {it} from 'node:test';
import {makeDistribution} from '../../setup/distribution.js';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';

const SHOWN = /bitarray\('1011'\) is 11; 42; int_parsing/;

const reason = await makeDistribution().then(
  () => undefined,
  (error: unknown) => String(error),
);
if (reason !== undefined) {
  void it('a site with compiled packages', {skip: `they cannot be had: ${reason}`});
} else {
  journey('a site with compiled packages', visitSite);
}

function visitSite(): void {
  let tab: Tab;
  let playground: Playground;

  step('has them by their names', async () => {
    tab = await openPage('/pages/compiled.html');
    playground = await Playground.on(tab);
    await playground.run();
    assert.match((await playground.request('/')).text, SHOWN);
  });

  step('has them after an edit', async () => {
    await playground.edit('views.py', text => text.replace('"1011"', '"1111"'));
    await playground.run();
    assert.match((await playground.request('/')).text, /bitarray\('1111'\) is 15/);
  });

  step('has them on the next visit', async () => {
    await tab.open(await tab.evaluate(() => location.href));
    playground = await Playground.on(tab);
    await playground.run();
    assert.match((await playground.request('/')).text, SHOWN);
  });

  step('says which package is not there', async () => {
    await tab.open(await tab.evaluate(() => location.href));
    playground = await Playground.on(tab);
    const message = await tab.evaluate(runWith, 'pillow');
    assert.match(
      message,
      /^package-unavailable pillow is not among .* nor in Pyodide’s distribution/,
    );
  });
}

/** Runs in the page: what a playground says that asks for a package that is nowhere. */
async function runWith(requirements: string): Promise<string> {
  const playground = document.querySelector('django-playground')!;
  playground.setAttribute('requirements', requirements);
  return playground.run().then(
    () => 'It ran.',
    (error: Error & {code?: string}) => `${error.code} ${error.message}`,
  );
}
