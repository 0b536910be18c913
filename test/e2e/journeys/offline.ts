/** Whoever has been there once needs no network any more. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {elsewhere, ENGINE, journey, openPage, step} from '../journey.js';
import {keptSnapshots} from '../kept-snapshots.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const MODELS = `
from django.db import models

class Note(models.Model):
    text = models.CharField(max_length=50)
`;

// WebKit's driver gives its browser no cache, in which the page itself would be.
if (ENGINE !== 'webkit') {
  journey('a page without a network', () => {
    let tab: Tab;
    let playground: Playground;

    step('has been visited before', async () => {
      tab = await openPage(`${elsewhere().origin}/pages/plain.html`);
      playground = await Playground.on(tab);
      await playground.run();
      await playground.output.shows('It works');
      await until(
        'all is kept',
        async () => {
          const kept = await tab.evaluate(keptSnapshots);
          const isAtHand = await tab.evaluate(hasAllAtHand);
          return isAtHand && kept.includes('baseline') && kept.includes('project');
        },
        {patience: 240_000},
      );
    });

    step('starts', async () => {
      await elsewhere().stop();
      await tab.open(await tab.evaluate(() => location.href));
      playground = await Playground.on(tab);
      await playground.run();
      await playground.output.shows('It works');
    });

    step('says so before, to whoever asks', async () => {
      await tab.open(await tab.evaluate(() => location.href));
      playground = await Playground.on(tab);
      await tab.evaluate(pointAtRun);
      await playground.face.shows('Everything is here already');
    });

    step('takes an edit', async () => {
      await playground.edit('views.py', text => text.replace('It works', 'It still works'));
      await playground.run();
      await playground.output.shows('It still works');
    });

    step('migrates', async () => {
      const views = await playground.file('views.py');
      await playground.setFiles([
        {path: 'notes/models.py', content: MODELS},
        {path: 'notes/views.py', content: views},
      ]);
      await playground.run();
      const made = await playground.manage(['makemigrations', 'notes']);
      assert.match(made.output, /Create model Note/);
      const migrated = await playground.manage(['migrate', '--fake-initial']);
      assert.equal(migrated.exitCode, 0, migrated.output);
      await elsewhere().start();
    });
  });
}

/** Runs in the page. */
function hasAllAtHand(): boolean {
  return performance.getEntriesByName('django-playground:at-hand').length > 0;
}

/** Runs in the page. */
function pointAtRun(): void {
  const button = document
    .querySelector('django-playground')
    ?.shadowRoot?.querySelector('.cover button');
  button?.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true}));
}
