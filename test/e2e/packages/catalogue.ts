/* oxlint-disable unicorn/consistent-function-scoping -- what runs in a page has nothing around it */
/** Packages for models and their admin, and an API beside them. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {step} from '../journey.js';
import {until} from '../until.js';
import {logIn, visit, type Visit} from './visit.js';

const PACKAGES = [
  'django_import_export',
  'django_mptt',
  'django_ninja',
  'django_simple_history',
  'django_taggit',
  'django_treebeard',
  'pydantic',
];

/** Another title for the first book, and a new one. */
const BOOKS = join(import.meta.dirname, '..', 'files', 'books.csv');

await visit('a catalogue with seven packages', '/pages/catalogue.html', PACKAGES, use);

function use(on: Visit): void {
  step('adds a book with tags', async () => {
    const {output} = on.playground;
    await output.find({css: 'input[name=username]'});
    await logIn(on);
    await output.shows('Site administration');
    await on.playground.goTo('/admin/catalogue/book/add/');
    await output.type({role: 'textbox', name: 'Title'}, 'The Sea');
    await output.type({role: 'textbox', name: 'Tags'}, 'blue, calm');
    await output.click({role: 'button', name: 'Save'});
    await output.shows('was added successfully');
    await output.click({css: '#changelist-filter a[href*="tags__id__exact=1"]'});
    await on.playground.isAt('/admin/catalogue/book/?tags__id__exact=1');
    await output.shows('1 book');
  });

  step('has the history of a book, and reverts it', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/admin/catalogue/book/1/change/');
    await output.type({role: 'textbox', name: 'Title'}, 'The See');
    await output.click({role: 'button', name: 'Save'});
    await output.shows('was changed successfully');
    await on.playground.goTo('/admin/catalogue/book/1/history/');
    await output.shows('Changed');
    await output.click({css: '#change-history tbody tr:last-child a'});
    await output.click({role: 'button', name: 'Revert'});
    await on.playground.isAt('/admin/catalogue/book/');
    await output.find({role: 'link', name: 'The Sea'});
  });

  step('exports a file', async () => {
    const {output} = on.playground;
    await on.tab.evaluate(keepSaved);
    await on.playground.goTo('/admin/catalogue/book/export/');
    await choose(on, '#id_format', 'csv');
    await output.click({role: 'button', name: 'Submit'});
    const [file] = await until('a file is saved', async () => {
      const saved = await on.tab.evaluate(() => (globalThis as WithSaved).saved ?? []);
      return saved.length > 0 && saved;
    });
    assert.match(file?.name ?? '', /^Book-.*\.csv$/);
    assert.equal(file?.text.replaceAll('\r', ''), 'id,title\n1,The Sea\n');
  });

  step('imports another once that is confirmed', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/admin/catalogue/book/import/');
    await output.choose({css: '#id_import_file'}, BOOKS);
    await until('the format is known by the name', () =>
      output.evaluate(() => document.querySelector<HTMLSelectElement>('#id_format')!.value !== ''),
    );
    await output.click({role: 'button', name: 'Submit'});
    await output.shows('Below is a preview of data to be imported.');
    await output.shows('Tides');
    await output.click({role: 'button', name: 'Confirm import'});
    await output.shows('1 new, 1 updated');
    await output.find({role: 'link', name: 'The Deep Sea'});
  });

  step('drags one branch of a tree into another', async () => {
    const {output} = on.playground;
    for (const name of ['Fiction', 'Sonnets', 'Poetry']) {
      await on.playground.goTo('/admin/catalogue/genre/add/');
      await output.type({role: 'textbox', name: 'Name'}, name);
      await output.click({role: 'button', name: 'Save'});
      await output.shows('was added successfully');
    }
    await until('nodes can be dragged', () => output.evaluate(canDrag));
    await output.evaluate(drag, 2, 3);
    await until('Sonnets are Poetry', () =>
      output.evaluate(
        () =>
          document.querySelector<HTMLElement>('.tree-node[data-pk="2"]')!.dataset['level'] === '1',
      ),
    );
    await output.shows('Sonnets has been successfully moved.');
  });

  step('moves a node of another kind of tree by its form', async () => {
    const {output} = on.playground;
    for (const [name, above] of [
      ['House', '-- root --'],
      ['Attic', '-- root --'],
      ['Kitchen', 'House'],
    ] as const) {
      await on.playground.goTo('/admin/catalogue/room/add/');
      await output.type({role: 'textbox', name: 'Name'}, name);
      await choose(on, '#id_treebeard_ref_node', above);
      await output.click({role: 'button', name: 'Save'});
      await output.shows('was added successfully');
    }
    await output.click({role: 'link', name: 'Kitchen'});
    await choose(on, '#id_treebeard_ref_node', 'Attic');
    await choose(on, '#id_treebeard_position', 'First child of');
    await output.click({role: 'button', name: 'Save'});
    await output.shows('was changed successfully');
    const {output: parent} = await on.playground.manage([
      'shell',
      '-c',
      'from catalogue.models import Room; print(Room.objects.get(name="Kitchen").get_parent())',
    ]);
    assert.match(parent, /Attic/);
  });

  step('has an API with pages of its own', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/api/docs');
    await output.shows('Catalogue');
    await output.click({css: '.opblock-post .opblock-summary'});
    await output.click({role: 'button', name: 'Try it out'});
    await send(on, '{"title": "Waves", "tags": ["blue"]}');
    await output.shows('"title": "Waves"');
    await send(on, '{"tags": ["blue"]}');
    await output.shows('field required');
    const {text} = await on.playground.request('/api/books?tag=blue');
    assert.deepEqual(JSON.parse(text), [
      {id: 1, title: 'The Deep Sea'},
      {id: 3, title: 'Waves'},
    ]);
  });
}

/** Writes a body into the API's page, and sends it. */
async function send({playground: {output}}: Visit, body: string): Promise<void> {
  await (await output.find({css: '.opblock-post textarea'})).paste(body);
  await output.click({css: '.opblock-post .execute'});
}

/** Chooses an option by what it says, as the keyboard does. */
async function choose({playground}: Visit, selector: string, text: string): Promise<void> {
  await playground.output.find({css: selector});
  await playground.output.evaluate(
    (wanted, said) => {
      const select = document.querySelector<HTMLSelectElement>(wanted)!;
      const option = [...select.options].find(each => each.text.trim() === said);
      if (!option) throw new Error(`There is no “${said}” in ${select.textContent}`);
      option.selected = true;
      for (const type of ['input', 'change'])
        select.dispatchEvent(new Event(type, {bubbles: true}));
    },
    selector,
    text,
  );
}

type WithSaved = typeof globalThis & {saved?: {name: string; text: string}[]};

/** Runs in the page: no driver tells of a file that the page saves. */
function keepSaved(): void {
  const saved: {name: string; text: string}[] = [];
  (globalThis as WithSaved).saved = saved;
  const {click} = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.hasAttribute('download')) return click.call(this);
    const {download: name, href} = this;
    void fetch(href)
      .then(response => response.text())
      .then(text => saved.push({name, text}));
  };
}

/** Runs in the output. */
function canDrag(): boolean {
  const {django} = globalThis as {django?: {jQuery?: {_data(node: Element, key: string): unknown}}};
  const handle = document.querySelector('.drag-handle');
  return handle !== null && django?.jQuery?.['_data'](handle, 'events') !== undefined;
}

/** Runs in the output: drags a node into another, with the events of a mouse. */
function drag(from: number, to: number): void {
  const row = (pk: number): Element =>
    document.querySelector(`.tree-node[data-pk="${pk}"]`)!.closest('tr')!;
  const {left, top, height} = row(to).getBoundingClientRect();
  const at = {clientX: left + 50, clientY: top + height / 2, bubbles: true};
  row(from).querySelector('.drag-handle')!.dispatchEvent(new MouseEvent('mousedown', at));
  document.body.dispatchEvent(new MouseEvent('mousemove', at));
  document.body.dispatchEvent(new MouseEvent('mouseup', at));
}
