/** Pages of Django that the project's JavaScript renders. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {ENGINE, journey, openPage, step, takeReports} from '../journey.js';
import {keptSnapshots} from '../kept-snapshots.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

/** A view whose page a module renders that imports another one. */
const FILES = [
  {
    path: 'views.py',
    content: `from django_playground_js import JsResponse


def index(request):
    return JsResponse("pages/page.js", {"name": "Ann"}, status=203)
`,
  },
  {
    path: 'pages/page.js',
    content: "import {greet} from './greet.js';\nexport default ({name}) => greet(name);\n",
  },
  {path: 'pages/greet.js', content: 'export const greet = name => `<p>It greets ${name}</p>`;\n'},
];

journey('pages that JavaScript renders', () => {
  let tab: Tab;
  let playground: Playground;

  step('are those of generic views', async () => {
    tab = await openPage('/demo/rendering.html');
    playground = await Playground.on(tab);
    await playground.run();
    const {output} = playground;
    await output.shows('Three Men in a Boat');
    await output.click({role: 'link', name: 'Add one'});
    await output.type({role: 'textbox', name: 'Title'}, 'Emma <1815>');
    await output.type({role: 'textbox', name: 'Author'}, 'Jane Austen');
    await output.click({role: 'button', name: 'Add'});
    await output.shows('4 books.');
    await output.shows('Emma <1815>');
  });

  step('are there again on the next visit, from a snapshot', async () => {
    await until(
      'a snapshot of the project is kept',
      async () => (await tab.evaluate(keptSnapshots)).includes('project'),
      {patience: 240_000},
    );
    await tab.open(await tab.evaluate(() => location.href));
    playground = await Playground.on(tab);
    await playground.run();
    await playground.output.shows('3 books.');
  });

  step('lead to the line of a module that fails', async () => {
    await playground.edit('books/pages.js', text => text.replace('5 - count', '4 - count'));
    await playground.run();
    await playground.output.shows('RangeError');
    // WebKit itself counts a line too few behind templates of several lines with something in them.
    const line = ENGINE === 'webkit' ? '' : '18, in Stars';
    await playground.output.shows(`/project/books/pages.js, line ${line}`);
  });
});

journey('JavaScript under a policy that allows nothing inline', () => {
  // There workers of opaque origin cannot read blobs, and this policy does not allow `data:` scripts.
  if (ENGINE === 'webkit') return;
  step('renders', async () => {
    const playground = await Playground.on(await openPage('/hosted/strict/'));
    takeReports();
    await playground.setFiles(FILES);
    await playground.run();
    const {status, text} = await playground.request('/');
    assert.deepEqual([status, text], [203, '<p>It greets Ann</p>'], text.slice(0, 2000));
    assert.deepEqual(takeReports(), []);
  });
});
