/** Django REST framework's browsable API: everything that its pages offer. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {until} from '../until.js';
import {logIn, visit, type Visit} from './visit.js';
import {step} from '../journey.js';

const PAGE = '/pages/rest.html';
const COVER = join(import.meta.dirname, '..', 'files', 'picture.png');

await visit('the browsable API', PAGE, ['djangorestframework', 'django_filter'], use);

function use(on: Visit): void {
  step('lets a reader log in', async () => {
    const {output} = on.playground;
    await output.shows('All books of the shelf.');
    assert.equal(await output.look({role: 'button', name: 'POST'}), null);
    await output.click({role: 'link', name: 'Log in'});
    await output.shows('Username');
    await logIn(on);
    await on.playground.isAt('/books/');
    await output.find({role: 'button', name: 'POST'});
    await output.shows('admin');
  });

  step('takes a form with a file', async () => {
    const {output} = on.playground;
    await output.type({css: '#post-object-form [name=title]'}, 'Orlando');
    await output.type({css: '#post-object-form [name=year]'}, '1928');
    await output.choose({css: '#post-object-form [name=cover]'}, COVER);
    await output.click({css: '#post-object-form button'});
    await output.shows('HTTP 201 Created');
    await output.shows('/picture');
  });

  step('takes raw data of a content type, and says what is wrong with it', async () => {
    const {output} = on.playground;
    await output.click({role: 'link', name: 'Raw data'});
    await paste(on, '#post-generic-content-form', '{"title": "The Waves", "year": "soon"}');
    await output.click({css: '#post-generic-content-form button'});
    await output.shows('HTTP 400 Bad Request');
    await output.shows('A valid integer is required.');
    await isAlive(on);
    await paste(on, '#post-generic-content-form', '{"title": "The Waves", "year": 1931}');
    await output.click({css: '#post-generic-content-form button'});
    await output.shows('HTTP 201 Created');
    await output.shows('"The Waves"');
    await isAlive(on);
  });

  step('keeps the tab of raw data', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/books/');
    await output.shows('"count": 2');
    await output.find({css: '#post-generic-content-form textarea'});
    await output.click({role: 'link', name: 'HTML form'});
    await output.type({css: '#post-object-form [name=title]'}, 'Flush');
    await output.type({css: '#post-object-form [name=year]'}, '1933\n');
    await output.shows('HTTP 201 Created');
  });

  step('pages through a list', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/books/');
    await output.shows('"count": 3');
    await output.click({css: '.pagination a[href*="page=2"]'});
    await on.playground.isAt('/books/?page=2');
    await output.shows('"Flush"');
    assert.ok(!(await output.text()).includes('"Orlando"'));
  });

  step('filters, searches and sorts in a window over the page', async () => {
    const {output} = on.playground;
    await opensFilters(on);
    await output.type({css: '#filtersModal [name=year]'}, '1931\n');
    await on.playground.isAt('/books/?year=1931');
    await output.shows('"count": 1');
    await opensFilters(on);
    await output.type({css: '#filtersModal [name=search]'}, 'wave\n');
    await on.playground.isAt('/books/?search=wave');
    await output.shows('"count": 1');
    await on.playground.goTo('/books/');
    await opensFilters(on);
    await output.click({css: '#filtersModal a[href*="ordering=-title"]'});
    await on.playground.isAt('/books/?ordering=-title');
    await output.shows('"The Waves"');
    assert.ok(!(await output.text()).includes('"Flush"'));
  });

  step('puts a change from a form', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/books/2/');
    await output.type({css: '#put-object-form [name=title]'}, 'The Years');
    await output.type({css: '#put-object-form [name=year]'}, '1937');
    await output.click({css: '#put-object-form button'});
    await output.shows('PUT /books/2/');
    await output.shows('HTTP 200 OK');
    await output.shows('"The Years"');
    await isAlive(on);
  });

  step('patches with raw data', async () => {
    const {output} = on.playground;
    await output.click({role: 'link', name: 'Raw data'});
    await paste(on, '#put-generic-content-form', '{"year": 1938}');
    await output.click({role: 'button', name: 'PATCH'});
    await output.shows('PATCH /books/2/');
    await output.shows('"year": 1938');
    await output.shows('"The Years"');
    await isAlive(on);
  });

  step('asks for options and other formats', async () => {
    const {output} = on.playground;
    await output.click({role: 'button', name: 'OPTIONS'});
    await output.shows('OPTIONS /books/2/');
    await output.shows('"max_length": 100');
    await isAlive(on);
    await output.click({css: '.format-selection .dropdown-toggle'});
    await output.click({role: 'link', name: 'json'});
    await on.playground.isAt('/books/2/?format=json');
    await output.shows('"year": 1938');
  });

  step('deletes once that is confirmed', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/books/2/');
    await output.click({role: 'button', name: 'DELETE'});
    await output.shows('Are you sure you want to delete');
    await settles(on, '#deleteModal');
    await output.click({css: '#deleteModal .btn-danger'});
    await output.shows('HTTP 204 No Content');
    const {status} = await on.playground.request('/books/2/');
    assert.equal(status, 404);
  });

  step('lets a reader log out', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/books/');
    await output.click({css: '.navbar .dropdown-toggle'});
    await output.click({css: '.navbar .dropdown-menu :is(a, button)'});
    await output.find({role: 'link', name: 'Log in'});
  });
}

async function opensFilters(on: Visit): Promise<void> {
  await on.playground.output.click({role: 'button', name: 'Filters'});
  await settles(on, '#filtersModal');
}

/** Waits until one of Bootstrap's windows stands where it stays. */
async function settles({playground: {output}}: Visit, selector: string): Promise<void> {
  await until(`${selector} is open`, () =>
    output.evaluate(
      wanted =>
        document.querySelector(`${wanted}.in`) !== null &&
        document.getAnimations().every(({playState}) => playState !== 'running'),
      selector,
    ),
  );
}

/** Waits until scripts are what sends the forms of a page, which a script has written. */
async function isAlive({playground: {output}}: Visit): Promise<void> {
  await until('scripts send the forms', () =>
    output.evaluate(() => {
      const {jQuery} = globalThis as {jQuery?: {_data(form: Element, key: string): unknown}};
      return jQuery?.['_data'](document.querySelector('form')!, 'events') !== undefined;
    }),
  );
}

/** Writes into the field of raw data. */
async function paste({playground: {output}}: Visit, form: string, text: string): Promise<void> {
  await (await output.find({css: `${form} textarea`})).paste(text);
}
