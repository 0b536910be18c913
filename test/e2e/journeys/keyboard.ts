/** A visit without a mouse: edit, run, follow a link, run a command, leave. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {ENGINE, journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

/** More presses of Tab than any way from one part to the next takes. */
const MOST_TABS = 60;

const COMMAND_LINE = 'Command for manage.py';

// The driver of WebKit presses no keys.
if (ENGINE !== 'webkit') {
  journey('a visit with the keyboard alone', () => {
    let tab: Tab;
    let playground: Playground;

    step('opens a file, and another', async () => {
      tab = await openPage('/demo/');
      playground = await Playground.on(tab);
      await until(
        'the files are there',
        async () => (await playground.face.look({css: '[role=treeitem]'})) !== null,
      );
      await tabTo(tab, 'the files', 'polls/views.py');
      await tab.press('ArrowUp');
      await tab.press('Enter');
      await playground.face.find({css: '.text[aria-label="polls/models.py"]'});
      await tab.press('ArrowDown');
      await tab.press('Enter');
      await playground.face.find({css: '.text[aria-label="polls/views.py"]'});
    });

    step('goes to the code and edits it', async () => {
      await tabTo(tab, 'the code', 'polls/views.py');
      await tab.press('Enter');
      await until('the editor has the focus', async () => (await focus(tab)).isEditable);
      await tab.press('Control+Home');
      await tab.type('# By keys\n');
      await until('the edit is taken', async () =>
        (await playground.file('polls/views.py')).startsWith('# By keys\n'),
      );
    });

    step('runs it with Ctrl+Enter', async () => {
      await tab.press('Control+Enter');
      await playground.serves();
      await playground.output.shows('What does everybody think?');
    });

    step('leaves the editor, and follows a link in the output', async () => {
      await tab.press('Escape');
      await tabTo(tab, 'the output', 'iframe');
      await until('a link has the focus', async () => {
        const link = await playground.output.evaluate(() => document.activeElement?.textContent);
        if (/\?/.test(link ?? '')) return true;
        await tab.press('Tab');
        return false;
      });
      await tab.press('Enter');
      await playground.isAt(/^\/polls\/\d+\/$/);
    });

    step('goes on to the command line, and runs a command', async () => {
      await tab.press('Escape');
      await until('the address has the focus', async () => (await focus(tab)).name === 'Address');
      await tabTo(tab, 'the console', 'Console');
      await tab.press('Enter');
      await until(
        'the command line has the focus',
        async () => (await focus(tab)).name === COMMAND_LINE,
      );
      await tab.type('check\n');
      await playground.face.shows('System check identified no issues');
    });

    step('leaves the playground', async () => {
      for (let presses = 0; presses < MOST_TABS; presses++) {
        await tab.press('Tab');
        if (!(await focus(tab)).isInside) return;
      }
      assert.fail('The focus is still in the playground');
    });
  });
}

interface Focus {
  /** Of the innermost element: what it is called, or else its tag. */
  readonly name: string;
  readonly isEditable: boolean;
  /** Whether it is in the playground. */
  readonly isInside: boolean;
}

function focus(tab: Tab): Promise<Focus> {
  return tab.evaluate(() => {
    let element = document.activeElement;
    const isInside = element?.localName === 'django-playground';
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const text = element?.localName === 'button' ? element.textContent.trim() : undefined;
    const title = element?.role === 'treeitem' ? (element as HTMLElement).title : undefined;
    return {
      name: element?.ariaLabel ?? text ?? title ?? element?.localName ?? '',
      isEditable:
        element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLElement && element.isContentEditable),
      isInside,
    };
  });
}

/** Presses Tab until something of that name has the focus. */
async function tabTo(tab: Tab, what: string, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await tab.press('Tab');
    const now = (await focus(tab)).name;
    if (now.startsWith(name)) return;
    passed.push(now);
  }
  assert.fail(`Tab never came to ${what} ("${name}"), but to ${passed.join(', ')}`);
}
