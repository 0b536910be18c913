/** A playground in all the states that a reader can bring it into, one after the other. */
import type {DjangoPlayground} from '../../src/index.js';
import type {Tab, TabOptions} from './drivers/driver.js';
import {openPage} from './journey.js';
import {Playground} from './playground.js';
import {until} from './until.js';
import type {View} from './view.js';

const PAGE = '/pages/states.html';

/** Somebody who goes through them. */
export class Visitor {
  readonly tab: Tab;
  readonly playground: Playground;
  readonly face: View;

  private constructor(tab: Tab, playground: Playground) {
    this.tab = tab;
    this.playground = playground;
    this.face = playground.face;
  }

  static async come(options?: TabOptions): Promise<Visitor> {
    const tab = await openPage(PAGE, options);
    return new Visitor(tab, await Playground.on(tab));
  }

  async see(css: string): Promise<void> {
    await this.face.find({css});
  }

  async click(css: string): Promise<void> {
    await this.face.click({css});
  }

  /** Presses a button, or chooses an item of a menu. */
  async press(name: string): Promise<void> {
    await this.face.click({role: 'button', name});
  }

  async seeGone(css: string): Promise<void> {
    await until(`there is no ${css}`, async () => !(await this.face.look({css})));
  }

  async choose(name: string): Promise<void> {
    await this.click('button.more');
    await this.press(name);
  }

  async resetAll(): Promise<void> {
    await this.press('Reset');
    await this.click('.menu button:last-child');
    await this.see('.offer');
  }

  /** The playground gets an attribute. */
  async set(name: string, value: string): Promise<void> {
    await this.tab.evaluate(
      (key, text) =>
        document.querySelector<DjangoPlayground>('django-playground')!.setAttribute(key, text),
      name,
      value,
    );
  }
}

/** What it is like, and how it comes to be so from the state before. */
type State = readonly [name: string, reach: (visitor: Visitor) => Promise<void>];

export const STATES: readonly State[] = [
  ['at rest', visitor => visitor.see('.text details')],
  [
    'with the menu of its files',
    async visitor => {
      await visitor.click('button.more');
      await visitor.see('.menu [role=menuitem]');
    },
  ],
  [
    'asking for the name of a file',
    async visitor => {
      await visitor.press('New file…');
      await visitor.face.type({css: 'dialog input'}, 'models.py\n');
      await visitor.see('dialog .wrong');
    },
  ],
  [
    'with a file that was deleted',
    async visitor => {
      await visitor.press('Cancel');
      await visitor.click('[role=tab][title="tests.py"]');
      await visitor.choose('Delete');
      await visitor.see('.notice');
    },
  ],
  [
    'with a picture',
    async visitor => {
      await visitor.press('Undo');
      await visitor.click('[role=tab][title="dot.gif"]');
      await visitor.see('.panel:not([hidden]) img');
    },
  ],
  [
    'being edited',
    async visitor => {
      await visitor.playground.edit('views.py', text => text.replace('<h1>Notes', '<h1>My notes'));
      await visitor.see('.cm-content');
    },
  ],
  [
    'being searched',
    async visitor => {
      await visitor.tab.press('Control+f');
      await visitor.see('.cm-search');
    },
  ],
  [
    'with completions',
    async visitor => {
      await visitor.tab.press('Escape');
      await visitor.seeGone('.cm-search');
      await visitor.tab.press('Control+End');
      await visitor.tab.type('impor');
      await visitor.see('.cm-tooltip-autocomplete');
    },
  ],
  [
    'compared with the original',
    async visitor => {
      await visitor.tab.press('Escape');
      await visitor.choose('Compare with the original');
      await visitor.see('.cm-deletedChunk');
    },
  ],
  ['starting', visitor => visitor.press('Run')],
  [
    'that could not load the project',
    async visitor => {
      await visitor.playground.serves();
      await visitor.face.shows('could not be loaded');
      await visitor.see('.cm-lintRange-error');
    },
  ],
  [
    'with all of it taken back',
    async visitor => {
      await visitor.resetAll();
      await visitor.playground.serves();
    },
  ],
  [
    'with a traceback in its console',
    async visitor => {
      await visitor.press('Dismiss');
      const {playground} = visitor;
      await playground.edit('views.py', text =>
        text.replace('return Http', 'return broken() or Http'),
      );
      await playground.run();
      await visitor.face.shows('Traceback');
    },
  ],
  [
    'with commands to choose from',
    async visitor => {
      await visitor.face.type({css: '#line'}, 'mig');
      await visitor.see('#suggestions:not([hidden]) [role=option]');
    },
  ],
  [
    'with a question of a command',
    async visitor => {
      await visitor.face.type({css: '#line'}, 'createsuperuser\n');
      await visitor.face.shows('Username');
    },
  ],
  [
    'stopped',
    async visitor => {
      await visitor.click('.line button');
      await visitor.playground.serves();
      await visitor.tab.evaluate(() => document.querySelector('django-playground')!.stop());
      await visitor.face.shows('was stopped');
    },
  ],
  [
    'with addresses to choose from',
    async visitor => {
      await visitor.resetAll();
      await visitor.playground.serves();
      await visitor.click('.address input');
      await until('there are addresses', async () => {
        await visitor.tab.press('ArrowDown');
        return visitor.face.look({css: '.addresses [aria-selected=true]'});
      });
    },
  ],
  [
    'with the menu of Reset',
    async visitor => {
      await visitor.tab.press('Escape');
      await visitor.press('Reset');
      await visitor.see('.menu');
    },
  ],
  [
    'with a link to be copied by hand',
    async visitor => {
      await visitor.tab.press('Escape');
      await visitor.press('Share');
      await visitor.see('dialog.link');
    },
  ],
  [
    'open large',
    async visitor => {
      await visitor.press('Close');
      await visitor.press('Open large');
      await visitor.see('.large');
    },
  ],
  [
    'with a link that was opened',
    async visitor => {
      await visitor.press('Back to the page');
      await visitor.seeGone('.large');
      await visitor.tab.evaluate(async () => {
        const playground = document.querySelector('django-playground')!;
        location.hash = new URL(await playground.toLink()).hash;
      });
      await visitor.face.shows('This link brings');
    },
  ],
  [
    'with a tree of files',
    async visitor => {
      await visitor.press('Show the page’s own');
      await visitor.set('files', 'tree');
      await visitor.see('[role=treeitem], .tree-toggle');
    },
  ],
  ['with panes as tabs', visitor => visitor.set('layout', 'tabs')],
  ['with code alone', visitor => visitor.set('layout', 'code')],
  ['with the output alone', visitor => visitor.set('layout', 'output')],
  [
    'that has failed',
    async visitor => {
      await visitor.set('django', '1.0');
      await visitor.press('Run');
      await visitor.face.find({role: 'alert'});
    },
  ],
];
