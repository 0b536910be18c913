/** A list that is filtered, sorted and paged by htmx, and a form that it sends. */
import assert from 'node:assert/strict';
import {step} from '../journey.js';
import {until} from '../until.js';
import {visit, type Visit} from './visit.js';

const PACKAGES = [
  'crispy_bootstrap5',
  'django_crispy_forms',
  'django_filter',
  'django_htmx',
  'django_tables2',
];

await visit(
  'a list with htmx, filters, tables and crispy forms',
  '/pages/tables.html',
  PACKAGES,
  use,
);

function use(on: Visit): void {
  step('pages through a table', async () => {
    await hasFilms(on, 'Sunrise', 'Metropolis', 'Faust');
    await on.playground.output.click({css: '.pagination .next a'});
    await hasFilms(on, 'The Crowd', 'M');
    await hasAddress(on, '/films/?page=2');
  });

  step('sorts it', async () => {
    await on.playground.output.click({role: 'link', name: 'Title'});
    await hasFilms(on, 'Sunrise', 'The Crowd');
    await on.playground.output.click({role: 'link', name: 'Title'});
    await hasFilms(on, 'M', 'Faust');
    await on.playground.output.click({css: '.pagination .previous a'});
    await hasFilms(on, 'The Crowd', 'Sunrise', 'Metropolis');
  });

  step('filters it while somebody types', async () => {
    const {output} = on.playground;
    await output.type({css: 'input[name=year__gte]'}, '1928');
    await hasFilms(on, 'The Crowd', 'M');
    await output.type({css: 'input[name=title]'}, 'crowd');
    await hasFilms(on, 'The Crowd');
    await hasAddress(on, /^\/films\/\?.*title=crowd/);
  });

  step('has the filters of the address when it is reloaded', async () => {
    await on.playground.face.click({role: 'button', name: 'Reload'});
    await on.playground.isAt(/^\/films\/\?.*title=crowd/);
    await hasFilms(on, 'The Crowd');
    const {output} = on.playground;
    await until('the field has what it is filtered by', () =>
      output.evaluate(
        () => document.querySelector<HTMLInputElement>('input[name=title]')!.value === 'crowd',
      ),
    );
    await on.playground.goTo('/films/');
    await hasFilms(on, 'Sunrise', 'Metropolis', 'Faust');
  });

  step('says what is wrong with a form, and takes it', async () => {
    const {output} = on.playground;
    await output.click({role: 'button', name: 'Add'});
    await output.type({css: 'form[hx-post] input[name=title]'}, 'Nosferatu');
    await output.type({css: 'form[hx-post] input[name=year]'}, '-1');
    await allowsAny(on);
    await output.click({css: 'form[hx-post] input[type=submit]'});
    await output.find({css: '.invalid-feedback'});
    await output.shows('Ensure this value is greater than or equal to 0.');
    await output.type({css: 'form[hx-post] input[name=year]'}, '1922\n');
    await output.shows('Added: Nosferatu');
  });

  step('knows requests of htmx, and leads it elsewhere', async () => {
    const {output} = on.playground;
    await output.click({role: 'button', name: 'Ask'});
    await output.shows('True answer ask http://playground.localhost/films/');
    assert.match((await on.playground.request('/asked/')).text, /^False /);
    await output.type({css: 'form[hx-post] input[name=title]'}, 'Roundhay Garden');
    await output.type({css: 'form[hx-post] input[name=year]'}, '1888\n');
    await on.playground.isAt('/films/?year__lte=1890');
    await hasFilms(on);
  });
}

/** Waits for the titles in the table's first column. */
async function hasFilms(
  {playground: {output}}: Visit,
  ...titles: readonly string[]
): Promise<void> {
  let seen: readonly string[] = [];
  await until(
    `the table has ${titles.join(', ')}`,
    async () => {
      seen = await output.evaluate(() =>
        [...document.querySelectorAll('tbody td:first-child')].map(cell => cell.textContent.trim()),
      );
      return seen.join('|') === titles.join('|');
    },
    {instead: () => `It has ${seen.join(', ')}.`},
  );
}

/** Waits for what the address line says. */
async function hasAddress({playground: {face}}: Visit, address: string | RegExp): Promise<void> {
  await until(`the address is ${String(address)}`, () =>
    face.evaluate(
      (source, isPattern) => {
        const {shadowRoot} = document.querySelector('django-playground')!;
        const {value} = shadowRoot!.querySelector<HTMLInputElement>('input[aria-label=Address]')!;
        return isPattern ? new RegExp(source).test(value) : value === source;
      },
      typeof address === 'string' ? address : address.source,
      typeof address !== 'string',
    ),
  );
}

/** Leaves it to Django to look at what is in the form. */
async function allowsAny({playground: {output}}: Visit): Promise<void> {
  await output.evaluate(() => {
    document.querySelector<HTMLFormElement>('form[hx-post]')!.noValidate = true;
  });
}
