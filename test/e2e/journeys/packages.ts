/** A page whose site needs a package: a real one, from a wheel on the page's own host. */
import assert from 'node:assert/strict';
import {it} from 'node:test';
import {wheels} from '../../setup/wheels.js';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {keptSnapshots} from '../kept-snapshots.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const PAGE = '/pages/packages.html';

const files = await wheels('djangorestframework').catch((error: unknown) => {
  void it('a site with Django REST framework', {skip: `it cannot be had: ${String(error)}`});
  return undefined;
});

if (files) {
  journey('a site with Django REST framework', () => visitSite(files));
}

function visitSite(names: readonly string[]): void {
  let tab: Tab;
  let playground: Playground;

  step('gets it from its wheel', async () => {
    tab = await openPage(PAGE);
    await tab.evaluate(require, names);
    playground = await Playground.on(tab);
    await playground.run();
    await playground.output.shows('All books of the shelf.');
  });

  step('has the package’s static files and metadata', async () => {
    assert.equal(await playground.output.evaluate(hasStyles), true);
    const {text} = await playground.request('/about/');
    assert.ok(
      names.some(name => name.startsWith(`djangorestframework-${text}-`)),
      text,
    );
  });

  step('takes an entry into its form', async () => {
    await playground.output.type({css: 'input[name=title]'}, 'A Room of One’s Own\n');
    await playground.output.shows('HTTP 201 Created');
  });

  step('keeps the package after an edit', async () => {
    await playground.edit('shelf/views.py', text => text.replace('of the shelf', 'there are'));
    await playground.goTo('/books/');
    await playground.run();
    await playground.output.shows('All books there are.');
    await playground.output.shows('A Room of One’s Own');
  });

  step('starts from a snapshot with it on the next visit', async () => {
    await tab.open(await tab.evaluate(() => location.href));
    await tab.evaluate(require, names);
    playground = await Playground.on(tab);
    await playground.run();
    await playground.output.shows('All books of the shelf.');
    await until(
      'there is a snapshot of it',
      async () => (await tab.evaluate(keptSnapshots)).includes('project'),
      {patience: 240_000},
    );
    await tab.open(await tab.evaluate(() => location.href));
    await tab.evaluate(require, names);
    playground = await Playground.on(tab);
    await playground.run();
    await playground.output.shows('All books of the shelf.');
    assert.equal(await tab.evaluate(wasRestored), true);
    const {status, text} = await playground.request('/books/?format=json');
    assert.equal(status, 200, text);
  });
}

/** Runs in the page. */
function require(names: readonly string[]): void {
  const playground = document.querySelector('django-playground')!;
  playground.setAttribute('requirements', names.map(name => `/wheels/${name}`).join(' '));
}

/** Runs in the output. */
function hasStyles(): boolean {
  const navbar = document.querySelector('.navbar');
  return navbar !== null && getComputedStyle(navbar).position === 'fixed';
}

/** Runs in the page. */
function wasRestored(): boolean {
  return performance.getEntriesByType('measure').some(({name}) => name.includes('resume'));
}
