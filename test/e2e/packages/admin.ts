/** What Django's admin does with its own JavaScript, widget by widget. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';
import {View} from '../view.js';
import {ADMIN_SITE} from './admin-site.js';

for (const series of ['5.2', '6.1']) {
  journey(`the admin of Django ${series}`, () => {
    let tab: Tab;
    let playground: Playground;
    let window: View;

    step('is logged into', async () => {
      tab = await openPage('/pages/state.html');
      await tab.evaluate(name => {
        const element = document.querySelector('django-playground')!;
        element.setAttribute('django', name);
        element.setAttribute('path', '/admin/');
        // The sidebar is only there where there is room for it.
        element.setAttribute('layout', 'output');
      }, series);
      playground = await Playground.on(tab);
      window = new View('the window', async () =>
        (await playground.face.find({css: '.window.front iframe'})).enter(),
      );
      await playground.setFiles(ADMIN_SITE);
      await playground.run();
      const {exitCode, output: said} = await playground.manage(['loaddata', 'books.json']);
      assert.equal(exitCode, 0, said);
      const {output} = playground;
      await output.type({role: 'textbox', name: 'Username'}, 'admin');
      await output.type({role: 'textbox', name: 'Password'}, 'admin');
      await output.click({role: 'button', name: 'Log in'});
      await output.shows('Recent actions');
    });

    step('has a theme that can be switched', async () => {
      const {output} = playground;
      const theme = (): Promise<string | undefined> =>
        output.evaluate(() => document.documentElement.dataset['theme']);
      const before = await theme();
      await output.click({css: '.theme-toggle'});
      await until('the theme is another', async () => (await theme()) !== before);
    });

    step('has a sidebar that is filtered, closed and stays so', async () => {
      const {output} = playground;
      await playground.goTo('/admin/app/book/');
      await output.type({css: '#nav-filter'}, 'auth');
      const names = (): Promise<string> =>
        output.evaluate(() => document.querySelector<HTMLElement>('#nav-sidebar')!.innerText);
      await until('there are only two left', async () => {
        const text = await names();
        return text.includes('Authors') && !text.includes('Tags');
      });
      const isOpen = (): Promise<boolean> =>
        output.evaluate(() => document.querySelector('#main')!.matches('.shifted'));
      assert.equal(await isOpen(), true);
      await output.click({css: '#toggle-nav-sidebar'});
      await until('it is closed', async () => !(await isOpen()));
      await playground.goTo('/admin/app/tag/');
      await output.shows('3 tags');
      assert.equal(await isOpen(), false);
    });

    step('finds and filters', async () => {
      const {output} = playground;
      await playground.goTo('/admin/app/book/');
      await output.shows('5 books');
      await output.type({css: '#searchbar'}, 'park\n');
      await output.shows('1 result (5 total)');
      await output.click({role: 'link', name: '5 total'});
      await output.shows('5 books');
      await output.click({css: '#changelist-filter a[href="?is_read__exact=1"]'});
      await output.shows('0 books');
      await playground.hasAddress('/admin/app/book/?is_read__exact=1');
    });

    step('acts on all of many pages', async () => {
      const {output} = playground;
      await playground.goTo('/admin/app/book/');
      await output.shows('0 of 3 selected');
      await output.click({css: '#action-toggle'});
      await output.shows('3 of 3 selected');
      await output.click({css: '.actions .question a'});
      await output.shows('All 5 selected');
      await choose('select[name=action]', 'Mark as read');
      await output.click({css: 'button[name=index]'});
      await output.shows('5 books are read.');
    });

    step('makes a slug of a title', async () => {
      const {output} = playground;
      await playground.goTo('/admin/app/book/add/');
      await output.type({css: '#id_title'}, 'The Last Man');
      await hasValue('#id_slug', /^the-last-man$/);
    });

    step('completes the name of an author', async () => {
      const {output} = playground;
      await output.click({css: '.field-author .select2-selection'});
      await output.type({css: '.select2-search__field'}, 'shel');
      const found = (): Promise<string> =>
        output.evaluate(() => document.querySelector('.select2-results')!.textContent);
      await until('one is found', async () => (await found()) === 'Mary Shelley');
      await output.click({css: '.select2-results__option'});
      await hasValue('#id_author', /^2$/);
    });

    step('takes an author from a window', async () => {
      const {output} = playground;
      await output.click({css: '#add_id_author'});
      await window.type({role: 'textbox', name: 'Name'}, 'Percy Shelley');
      await window.click({role: 'button', name: 'Save'});
      await closes();
      await output.shows('Percy Shelley');
      await output.click({css: '#change_id_author'});
      await window.type({role: 'textbox', name: 'Name'}, 'Percy Bysshe Shelley');
      await window.click({role: 'button', name: 'Save'});
      await closes();
      await output.shows('Percy Bysshe Shelley');
    });

    step('moves tags from one list to the other', async () => {
      const {output} = playground;
      await output.type({css: '#id_tags_input'}, 'le');
      await until('one is left', () =>
        output.evaluate(() => document.querySelectorAll('#id_tags_from option').length === 1),
      );
      await choose('#id_tags_from', 'Letters');
      await output.click({css: '.selector-add'});
      const chosen = (): Promise<string> =>
        output.evaluate(() => document.querySelector('#id_tags_to')!.textContent.trim());
      await until('it is chosen', async () => (await chosen()) === 'Letters');
    });

    step('picks dates and times', async () => {
      const {output} = playground;
      await output.click({css: '#calendarlink0'});
      await output.click({css: '#calendarbox0 tr:nth-child(4) td:first-child a'});
      await hasValue('#id_published_0', /^\d{4}-\d\d-\d\d$/);
      // Midnight may come in between.
      const earlier = today();
      await output.click({css: '.field-published .datetimeshortcuts a'});
      await hasValue('#id_published_0', new RegExp(`^(?:${earlier}|${today()})$`));
      await output.click({css: '.vTimeField + .datetimeshortcuts a'});
      await hasValue('#id_published_1', /^\d\d:\d\d:\d\d$/);
      await output.click({css: '#clocklink0'});
      await output.click({css: '#clockbox0 li:nth-child(2) a'});
      await hasValue('#id_published_1', /^00:00:00$/);
    });

    step('unfolds what is folded', async () => {
      const {output} = playground;
      assert.equal(await output.look({css: '#id_note'}), null);
      await output.click({css: 'summary'});
      await output.type({css: '#id_note'}, 'Of a plague.');
    });

    step('adds rows and takes them away', async () => {
      const {output} = playground;
      await output.click({role: 'link', name: 'Add another Chapter'});
      await output.type({css: '#id_chapter_set-0-name'}, 'One');
      await output.click({role: 'link', name: 'Add another Chapter'});
      await output.type({css: '#id_chapter_set-2-name'}, 'Three');
      await output.click({css: '#chapter_set-1 .inline-deletelink'});
      await hasValue('#id_chapter_set-1-name', /^Three$/);
      await output.click({role: 'button', name: 'Save and continue editing'});
      await output.shows('was added successfully');
      await hasValue('#id_chapter_set-0-name', /^One$/);
      await hasValue('#id_chapter_set-1-name', /^Three$/);
      await hasValue('#id_published_1', /^00:00:00$/);
      await hasValue('#id_note', /^Of a plague.$/);
      await output.shows('Percy Bysshe Shelley');
    });

    step('tells what was changed', async () => {
      const {output} = playground;
      await output.type({css: '#id_title'}, 'The Last Woman');
      await output.click({role: 'button', name: 'Save and continue editing'});
      await output.shows('was changed successfully');
      await output.click({role: 'link', name: 'History'});
      await output.shows('Changed Title.');
      await playground.face.click({role: 'button', name: 'Back'});
      await output.find({css: '#id_title'});
    });

    step('asks before it deletes', async () => {
      const {output} = playground;
      await output.click({css: '.deletelink'});
      await output.shows('Are you sure you want to delete');
      await output.click({css: '.cancel-link'});
      await output.find({css: '#id_title'});
      await output.click({css: '.deletelink'});
      await output.shows('Are you sure you want to delete');
      await output.click({css: 'input[type=submit]'});
      await output.shows('was deleted successfully');
      await output.shows('5 books');
    });

    async function closes(): Promise<void> {
      await until('the window is closed', () =>
        tab.evaluate(() => {
          const {shadowRoot} = document.querySelector('django-playground')!;
          return shadowRoot!.querySelector('.window') === null;
        }),
      );
    }

    /** Chooses an option as a person does, which no driver can. */
    async function choose(selector: string, text: string): Promise<void> {
      await playground.output.find({css: selector});
      await playground.output.evaluate(
        (css, wanted) => {
          const select = document.querySelector<HTMLSelectElement>(css)!;
          for (const option of select.options) option.selected = option.text === wanted;
          for (const type of ['input', 'change']) {
            select.dispatchEvent(new Event(type, {bubbles: true}));
          }
        },
        selector,
        text,
      );
    }

    async function hasValue(selector: string, pattern: RegExp): Promise<void> {
      let value: string | undefined;
      await until(
        `${selector} has ${String(pattern)}`,
        async () => {
          value = await playground.output.evaluate(
            css => document.querySelector<HTMLInputElement>(css)?.value,
            selector,
          );
          return value !== undefined && pattern.test(value);
        },
        {instead: () => `It has ${value}.`},
      );
    }
  });
}

/** The date in the time zone of the settings. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
