/** A reader who comes back: the site starts from what the first visit left in the browser. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {keptSnapshots} from '../kept-snapshots.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const PAGE = '/pages/plain.html';

journey('a page with snapshots', () => {
  let tab: Tab;

  step('starts from bytecode, and prepares for the next visit', async () => {
    tab = await openPage(PAGE);
    await shows(await Playground.on(tab));
    // Spares begin once there is an answer.
    assert.deepEqual((await starts(tab)).slice(0, 2), ['boot', 'load']);
    let kept: readonly string[] = [];
    await until(
      'both snapshots are kept',
      async () => {
        kept = await tab.evaluate(keptSnapshots);
        return kept.includes('baseline') && kept.includes('project');
      },
      {patience: 240_000, instead: () => `There are: ${kept.join(', ') || 'none'}.`},
    );
  });

  step('starts from the snapshots after a reload', async () => {
    await reload(tab);
    await shows(await Playground.on(tab));
    assert.deepEqual((await starts(tab)).slice(0, 2), ['restore', 'resume']);
    const warnings = (await tab.log()).filter(line => line.includes('snapshot'));
    assert.deepEqual(warnings, []);
  });

  step('takes edited code into an interpreter restored from the baseline', async () => {
    const playground = await Playground.on(tab);
    await playground.edit('views.py', text => text.replace('It works', 'It still works'));
    await playground.run();
    await playground.output.shows('It still works');
    const boots = (await starts(tab)).filter(name => name === 'boot');
    assert.deepEqual(boots, []);
  });
});

journey('a page without snapshots', () => {
  let tab: Tab;

  step('works, the slower way', async () => {
    tab = await openPage(PAGE);
    await tab.evaluate(keepNone);
    await shows(await Playground.on(tab));
  });

  step('works on the next visit too', async () => {
    await reload(tab);
    await tab.evaluate(keepNone);
    const playground = await Playground.on(tab);
    await shows(playground);
    await playground.edit('views.py', text => text.replace('It works', 'It still works'));
    await playground.run();
    await playground.output.shows('It still works');
    assert.deepEqual(await tab.evaluate(keptSnapshots), []);
    assert.equal((await starts(tab)).includes('restore'), false);
  });
});

async function reload(tab: Tab): Promise<void> {
  await tab.open(await tab.evaluate(() => location.href));
}

async function shows(playground: Playground): Promise<void> {
  await playground.run();
  await playground.output.shows('It works');
}

/** How interpreters of the page were started, in the order in which they were. */
function starts(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .map(({name}) => name.replace('django-playground:', ''))
      .filter(name => ['boot', 'restore', 'load', 'resume'].includes(name)),
  );
}

/** Runs in the page. */
async function keepNone(): Promise<void> {
  const address = `${location.origin}/dist/django-playground.js`;
  const {configure} = (await import(address)) as {
    configure: (changes: {readonly snapshots: boolean}) => void;
  };
  configure({snapshots: false});
}
