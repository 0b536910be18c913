/** What a person does with the demo's polls site, from the first click to a repaired mistake. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step, takeReports} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

/** 48 pixels wide and 32 high. */
const PICTURE = join(import.meta.dirname, '../files', 'picture.png');

const RIGHT = 'questions.order_by(';
const WRONG = 'questions.order_buy(';

/** Pages with the site: the package comes from another origin, or may do as little as it can. */
const PAGES: readonly (readonly [series: string, place: string, path: string])[] = [
  ['5.2', 'from another origin', '/hosted/elsewhere/'],
  ['6.1', 'under a strict policy', '/hosted/strict/'],
];

for (const [series, place, path] of PAGES) {
  journey(`the polls site on Django ${series}, ${place}`, () => {
    let tab: Tab;
    let playground: Playground;

    step('starts with one click', async () => {
      takeReports();
      tab = await openPage(path);
      playground = await Playground.on(tab);
      await tab.evaluate(setSeries, series);
      await playground.run();
      await playground.output.shows('What does everybody think?');
      await playground.isAt('/polls/');
      await assertVersion(playground, series);
    });

    step('lets the superuser into the admin', async () => {
      const {output} = playground;
      await playground.goTo('/admin/');
      await playground.isAt('/admin/login/?next=/admin/');
      await output.type({role: 'textbox', name: 'Username'}, 'admin');
      await output.type({role: 'textbox', name: 'Password'}, 'admin');
      await output.click({role: 'button', name: 'Log in'});
      await output.shows('Site administration');
      await playground.isAt('/admin/');
    });

    step('adds a question with two choices', async () => {
      const {output} = playground;
      await output.click({role: 'link', name: 'Questions'});
      await playground.isAt('/admin/polls/question/');
      await output.click({role: 'link', name: 'Add question'});
      await output.type({role: 'textbox', name: 'Question'}, 'Tabs or spaces?');
      await output.type({css: '[name="choices-0-text"]'}, 'Tabs');
      await output.type({css: '[name="choices-1-text"]'}, 'Spaces');
      await output.click({role: 'button', name: 'Save'});
      await output.shows('was added successfully');
      await playground.isAt('/admin/polls/question/');
    });

    step('counts a vote', async () => {
      const {output} = playground;
      await playground.goTo('/polls/');
      await output.click({role: 'link', name: 'Tabs or spaces?'});
      await output.click({role: 'radio', name: 'Spaces'});
      await output.click({role: 'button', name: 'Vote'});
      await output.shows('You voted for “Spaces”');
      await output.shows('1 vote, 100 %');
      await playground.isAt(/^\/polls\/\d+\/results\/$/);
    });

    step('takes a file and shows it', async () => {
      const {output} = playground;
      await output.click({role: 'link', name: 'Ask something'});
      await output.type({role: 'textbox', name: 'Question'}, 'Is this a picture?');
      await output.type({role: 'textbox', name: 'Answers'}, 'Yes\nNo');
      await output.choose({role: 'file', name: 'Picture'}, PICTURE);
      await output.click({role: 'button', name: 'Publish'});
      await output.shows('Your question is online');
      await showsPicture(playground);
    });

    step('shows the debug page of broken code', async () => {
      await playground.goTo('/polls/');
      await playground.edit('polls/views.py', text => text.replace(RIGHT, WRONG));
      await playground.run();
      await playground.output.shows('AttributeError at /polls/');
      await playground.output.shows('order_buy');
    });

    step('has kept everything once the code is repaired', async () => {
      const {output} = playground;
      await playground.edit('polls/views.py', text => text.replace(WRONG, RIGHT));
      await playground.run();
      await output.find({role: 'button', name: 'Log out'});
      await output.click({role: 'link', name: 'Results of “Tabs or spaces?”'});
      await output.shows('1 vote, 100 %');
      await playground.goTo('/polls/');
      await output.click({role: 'link', name: 'Is this a picture?'});
      await showsPicture(playground);
    });

    step('has done nothing against the policy of its page', async () => {
      assert.deepEqual(takeReports(), []);
    });
  });
}

function setSeries(series: string): void {
  document.querySelector('django-playground')?.setAttribute('django', series);
}

async function assertVersion(playground: Playground, series: string): Promise<void> {
  const {output} = await playground.manage(['version']);
  assert.ok(output.startsWith(`${series}.`) || output.trim() === series, output);
}

/** A picture that has really been decoded, not only a tag. */
async function showsPicture({output}: Playground): Promise<void> {
  await until('the picture can be seen', () =>
    output.evaluate(() =>
      [...document.images].some(
        ({naturalWidth, naturalHeight}) => naturalWidth === 48 && naturalHeight === 32,
      ),
    ),
  );
}
