/** The tutorial from its first part to its last, as a reader goes through it; and from its middle. */
import assert from 'node:assert/strict';
import {CHAIN_ENGLISH} from '../../../src/element/chain-strings.js';
import type {Tab} from '../drivers/driver.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';
import {View} from '../view.js';

/** What the reader makes of the first view. */
const GREETING = 'Good morning, reader.';
/** What the reader calls the list of books. */
const HEADING = 'Books in our village';

/** As long as all other journeys together, so it is made in two engines only. */
if (ENGINE !== 'webkit') {
  journey('a tutorial in eight parts', () => {
    let tab: Tab;
    let page: View;

    /** Follows the link to the next part. */
    const turn = async (title: string): Promise<void> => {
      await page.click({css: 'a[rel=next]'});
      await page.shows(title);
    };

    step('begins with a view, which its reader changes', async () => {
      tab = await openPage('/demo/tutorial/');
      page = new View('the page', () => Promise.resolve(tab));
      await turn('A first view');
      const welcome = await openStep(tab, 'welcome');
      await welcome.run();
      await welcome.output.shows('Welcome to the village library.');
      await page.click({css: '[data-django-path="/nowhere/"]'});
      await welcome.output.shows('Page not found');
      await welcome.edit('library/views.py', text =>
        text.replace('Welcome to the village library.', GREETING),
      );
      await welcome.run();
      await welcome.goTo('/');
      await welcome.output.shows(GREETING);
    });

    step('has the change in the next step', async () => {
      const hours = await openStep(tab, 'hours');
      await hours.run();
      await hours.output.shows('On tuesday we are open');
      await hours.goTo('/');
      await hours.output.shows(GREETING);
    });

    step('makes tables by the commands in the text', async () => {
      await turn('Models and the admin');
      assert.equal(await press(tab, 'models', 'makemigrations library'), 0);
      assert.equal(await press(tab, 'models', 'migrate'), 0);
      assert.equal(await press(tab, 'models', 'sqlmigrate library 0001'), 0);
    });

    step('fills them in the admin', async () => {
      const admin = await openStep(tab, 'admin');
      await admin.run();
      await logIn(admin);
      await page.click({css: '[data-django-path="/admin/library/book/add/"]'});
      await admin.output.type({role: 'textbox', name: 'Title'}, 'Cranford');
      await admin.output.type({role: 'textbox', name: 'Author'}, 'Elizabeth Gaskell');
      await admin.output.type({css: '[name=year]'}, '1853');
      await admin.output.click({role: 'button', name: 'Save'});
      await admin.output.shows('was added successfully');
      assert.equal(await press(tab, 'admin', 'loaddata shelf'), 0);
      await page.click({css: '[data-django-path="/admin/library/book/"]'});
      await admin.output.shows('Frankenstein');
    });

    step('asks which view is wanted, and shows the books', async () => {
      await turn('Views and templates');
      const list = await openStep(tab, 'list');
      await list.face.shows('This step brings its own library/views.py');
      await list.face.click({role: 'button', name: CHAIN_ENGLISH.useStep});
      await list.run();
      await list.output.shows('Cranford by Elizabeth Gaskell');
      const detail = await openStep(tab, 'detail');
      await detail.edit('library/templates/library/book_list.html', text =>
        text.replace('Our books', HEADING),
      );
      await detail.run();
      await detail.output.shows('Walton, Jan. 9, 2024 to Jan. 23, 2024');
      await page.click({css: '#detail ~ p [data-django-path="/"]'});
      await detail.output.shows(HEADING);
    });

    step('lends a book', async () => {
      await turn('Forms and generic views');
      const lend = await openStep(tab, 'lend');
      await lend.run();
      await lend.output.type({role: 'textbox', name: 'Your name'}, 'Harriet');
      await lend.output.click({role: 'button', name: 'Borrow'});
      await lend.output.shows('Harriet has it.');
      const generic = await openStep(tab, 'generic');
      await generic.run();
      await generic.output.shows(HEADING);
      await generic.output.click({role: 'link', name: 'Emma'});
      await generic.output.shows('Harriet has it.');
    });

    step('finds a mistake by a test, and mends it', async () => {
      await turn('Testing');
      assert.equal(await press(tab, 'tests', 'test library'), 1);
      assert.equal(await press(tab, 'mended', 'test library'), 0);
      const mended = await openStep(tab, 'mended');
      await mended.goTo('/books/11/');
      await mended.output.shows('Harriet has it.');
    });

    step('has a style', async () => {
      await turn('Static files');
      const style = await openStep(tab, 'style');
      await style.run();
      await style.output.shows(HEADING);
      await until('the stylesheet is in force', () =>
        style.output.evaluate(() => getComputedStyle(document.body).fontFamily.includes('Georgia')),
      );
      assert.equal(await press(tab, 'style', 'findstatic library/style.css'), 0);
    });

    step('has an admin of its own', async () => {
      await turn('Customising the admin');
      const lists = await openStep(tab, 'lists');
      await lists.run();
      await lists.output.shows('IN TIME');
      const desk = await openStep(tab, 'desk');
      await desk.run();
      await desk.output.shows('The librarian');
      await desk.output.click({css: '[name=_selected_action]'});
      await desk.output.evaluate(() => {
        document.querySelector<HTMLSelectElement>('[name=action]')!.value = 'take_back';
      });
      await desk.output.click({role: 'button', name: 'Go'});
      await desk.output.shows('Books that are back: 1.');
    });

    step('counts its readers with a package', async () => {
      await turn('Third-party packages');
      assert.equal(await press(tab, 'footfall', 'migrate footfall'), 0);
      const footfall = await openStep(tab, 'footfall');
      await footfall.run();
      await footfall.goTo('/');
      await footfall.output.shows(HEADING);
      await footfall.output.shows('Cranford');
      await footfall.output.shows('Read 2 times.');
    });
  });

  journey('a tutorial entered at its fifth part', () => {
    let tab: Tab;
    let tests: Playground;

    step('catches its reader up', async () => {
      tab = await openPage('/demo/tutorial/part5/');
      tests = await openStep(tab, 'tests');
      await tests.face.click({role: 'button', name: CHAIN_ENGLISH.catchUp});
      // Python starts once for each step that has commands.
      await until(
        'everything that was skipped has been run',
        async () => (await tests.face.text()).includes(CHAIN_ENGLISH.caughtUp),
        {patience: 400_000, instead: async () => `It shows:\n${await tests.face.text()}`},
      );
      await tests.serves();
      await tests.output.shows('Walton, Jan. 9, 2024');
    });

    step('goes on from there', async () => {
      assert.equal(await press(tab, 'tests', 'test library'), 1);
      assert.equal(await press(tab, 'mended', 'test library'), 0);
    });
  });
}

/** A step's playground, once the page has it; the reader scrolls there. */
async function openStep(tab: Tab, id: string): Promise<Playground> {
  await until(`there is a step #${id}`, () =>
    tab.evaluate(selector => {
      const found = document.querySelector(selector);
      found?.scrollIntoView();
      return found !== null && customElements.get('django-playground') !== undefined;
    }, `#${id}`),
  );
  return Playground.on(tab, `#${id}`);
}

async function logIn({output}: Playground): Promise<void> {
  await output.type({role: 'textbox', name: 'Username'}, 'ada');
  await output.type({role: 'textbox', name: 'Password'}, 'lovelace');
  await output.click({role: 'button', name: 'Log in'});
  await output.shows('Site administration');
}

type Noted = HTMLElement & {exitCodes?: number[]};

/**
 * Presses a command in the text.
 *
 * @param id The step that it belongs to.
 * @returns the command's exit code.
 */
async function press(tab: Tab, id: string, command: string): Promise<number> {
  await openStep(tab, id);
  const before = await tab.evaluate(noteCommands, `#${id}`);
  const box = `[data-django-manage="${command}"]`;
  const page = new View('the page', () => Promise.resolve(tab));
  // Prose wakes after the first paint; before, a click on it does nothing.
  const live = `${box}:is([role=button], button)`;
  await page.click({css: `:is(#${id} ~ p ${live}:not([data-for]), ${live}[data-for="${id}"])`});
  let codes: readonly number[] = [];
  await until(
    `${command} has ended`,
    async () => (codes = await tab.evaluate(noteCommands, `#${id}`)).length > before.length,
    {patience: 240_000},
  );
  return codes.at(-1) ?? -1;
}

/** Runs in the page: the exit codes of the commands so far. */
function noteCommands(selector: string): number[] {
  const playground = document.querySelector<Noted>(selector)!;
  if (!playground.exitCodes) {
    const codes: number[] = [];
    playground.exitCodes = codes;
    playground.addEventListener('django-playground-command', ({result}) => {
      codes.push(result.exitCode);
    });
  }
  return playground.exitCodes;
}
