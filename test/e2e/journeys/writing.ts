/** A page with the files of its playgrounds written in all ways. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {layoutShift} from '../geometry.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const PAGE = '/demo/writing.html';

/** Cumulative layout shift, as browsers reckon it. */
const MOST_SHIFT = 0.02;

journey('files that are written in code blocks and behind an address', () => {
  let tab: Tab;
  let greetings: Playground;

  step('become those of the playgrounds', async () => {
    tab = await openPage(PAGE);
    await until('all playgrounds have their files', () => tab.evaluate(isComplete));
    assert.deepEqual(await tab.evaluate(pathsOf, '#greetings'), [
      'greetings/views.py',
      'greetings/templates/greetings/index.html',
    ]);
    assert.deepEqual(await tab.evaluate(pathsOf, '#shelf'), ['shelf/models.py', 'shelf/admin.py']);
    assert.equal((await tab.evaluate(pathsOf, '#polls'))[0], 'polls/models.py');
    if (ENGINE !== 'chromium') return;
    const {value, sources} = await tab.evaluate(layoutShift);
    assert.ok(value < MOST_SHIFT, `The page shifted by ${value}:\n${sources.join('\n')}`);
  });

  step('have a frozen output, until there is one', async () => {
    greetings = await Playground.on(tab, '#greetings');
    assert.equal(await tab.evaluate(isFrozen), true);
    await greetings.run();
    await greetings.output.shows('Ada!');
    await until('it is frozen no more', async () => !(await tab.evaluate(isFrozen)));
  });

  if (ENGINE === 'chromium') {
    step('can be read where there is no JavaScript, every one', async () => {
      tab = await openPage(PAGE, {javaScriptEnabled: false});
      const text = await tab.evaluate(readable);
      for (const part of [
        'def index(request)',
        '{{ name }}',
        'class Book(',
        'list_editable',
        'its files',
      ]) {
        assert.ok(text.includes(part), `There is no “${part}” in:\n${text}`);
      }
    });
  }
});

/** Runs in the page. */
function isComplete(): boolean {
  return [...document.querySelectorAll('django-playground')].every(each => each.files?.length > 0);
}

/** Runs in the page. */
function pathsOf(selector: string): string[] {
  const playground = document.querySelector(selector) as HTMLElementTagNameMap['django-playground'];
  return playground.files.map(({path}) => path);
}

/** Runs in the page. */
function isFrozen(): boolean {
  return document.querySelector('#greetings [slot=output]')!.checkVisibility();
}

/** Runs in the page. What is seen of it. */
function readable(): string {
  return document.body.innerText;
}
