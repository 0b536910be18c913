import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {until} from '../setup/until.js';
import {failureOf, mount, press} from './playground.js';

const VIEWS =
  'from django.http import HttpResponse\n\ndef index(request):\n    return HttpResponse("Hello")\n';

function find(playground: DjangoPlayground, selector: string): HTMLElement {
  const element = playground.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
}

function isSeen(playground: DjangoPlayground, selector: string): boolean {
  return find(playground, selector).checkVisibility({visibilityProperty: true});
}

/** Where the text of a line begins, in CSS pixels. */
function left(line: Element | null): number {
  const range = document.createRange();
  if (line) range.selectNodeContents(line);
  return range.getBoundingClientRect().left;
}

async function pressKey(playground: DjangoPlayground, target: string, key: string): Promise<void> {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true});
  find(playground, target).dispatchEvent(event);
  await playground.updateComplete;
}

describe('the layout of a <django-playground>', () => {
  let playground: DjangoPlayground;

  beforeEach(() => {
    document.body.style.width = '1000px';
  });

  afterEach(() => {
    playground.remove();
    document.body.style.width = '';
  });

  it('has code and output beside each other where there is room, and else below', async () => {
    playground = mount({'views.py': VIEWS});
    await until('the files are there', () => playground.files.length > 0);
    await playground.updateComplete;
    const top = (pane: string): number => find(playground, pane).getBoundingClientRect().top;
    expect(top('.output')).to.equal(top('.code'));
    document.body.style.width = '500px';
    expect(top('.output')).to.be.greaterThan(top('.code'));
  });

  it('gives the code what the keys of the separator say', async () => {
    playground = mount({'views.py': VIEWS});
    await playground.updateComplete;
    const width = (): number => find(playground, '.code').offsetWidth;
    await pressKey(playground, '.splitter.vertical', 'Home');
    expect(width()).to.be.within(190, 210);
    await pressKey(playground, '.splitter.vertical', 'ArrowRight');
    expect(width()).to.be.within(240, 260);
    await pressKey(playground, '.splitter.vertical', 'End');
    expect(width()).to.be.within(790, 810);
    expect(find(playground, '.splitter.vertical').ariaValueNow).to.equal('80');
    find(playground, '.splitter.vertical').dispatchEvent(new MouseEvent('dblclick'));
    await playground.updateComplete;
    expect(width()).to.be.within(490, 510);
  });

  it('turns the keys round from right to left', async () => {
    playground = mount({'views.py': VIEWS}, {dir: 'rtl'});
    await playground.updateComplete;
    await pressKey(playground, '.splitter.vertical', 'ArrowLeft');
    expect(find(playground, '.splitter.vertical').ariaValueNow).to.equal('55');
  });

  it('gives both the height that the separator below says', async () => {
    playground = mount({'views.py': VIEWS.repeat(40)});
    await playground.updateComplete;
    await pressKey(playground, '.splitter.horizontal', 'Home');
    expect(find(playground, '.stage').offsetHeight).to.equal(160);
    const panes = find(playground, '.panes').offsetHeight;
    expect(find(playground, '.code').offsetHeight).to.equal(panes);
    expect(panes).to.be.lessThan(260);
  });

  it('shows one at a time with tabs, and the output once it runs', async () => {
    playground = mount({'views.py': VIEWS}, {layout: 'tabs'});
    await playground.updateComplete;
    expect([isSeen(playground, '.code'), isSeen(playground, '.output')]).to.eql([true, false]);
    await playground.run();
    await playground.updateComplete;
    expect([isSeen(playground, '.code'), isSeen(playground, '.output')]).to.eql([false, true]);
    await pressKey(playground, '.pane-tabs', 'ArrowLeft');
    expect([isSeen(playground, '.code'), isSeen(playground, '.output')]).to.eql([true, false]);
    expect(playground.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Code');
  });

  it('shows only the code, and still what keeps it from running', async () => {
    playground = mount({'views.py': VIEWS}, {layout: 'code'});
    await playground.updateComplete;
    expect([isSeen(playground, '.code'), isSeen(playground, '.output')]).to.eql([true, false]);
    playground.django = '1.0';
    await failureOf(playground);
    await playground.updateComplete;
    expect(isSeen(playground, '.failure')).to.equal(true);
    expect(isSeen(playground, '.address')).to.equal(false);
  });

  it('shows only the output', async () => {
    playground = mount({'views.py': VIEWS}, {layout: 'output', 'output-height': '200px'});
    await playground.updateComplete;
    expect([isSeen(playground, '.code'), isSeen(playground, '.output')]).to.eql([false, true]);
    expect(find(playground, '.stage').offsetHeight).to.equal(200);
    await press(playground, 'Run');
  });
});

describe('the code of a <django-playground>', () => {
  it('stays where it is when the editor comes, with numbers of any length', async () => {
    const playground = mount(
      {'a.py': 'x = 1\n'.repeat(1200), 'b.py': 'y = 2\n'},
      {'line-numbers': ''},
    );
    const root = async (): Promise<ShadowRoot> => {
      await playground.updateComplete;
      const pane = playground.shadowRoot?.querySelector('django-playground-files');
      await pane?.updateComplete;
      if (!pane?.shadowRoot) throw new Error('There is no code pane.');
      return pane.shadowRoot;
    };
    const read = (await root()).querySelector('.panel:not([hidden]) .line');
    const before = left(read);
    playground.reveal({path: 'a.py', line: 1});
    const line = async (): Promise<Element | null> => (await root()).querySelector('.cm-line');
    await until('the editor is there', line);
    await until(
      'its text is where it was',
      async () => Math.abs(left(await line()) - before) < 0.5,
      {instead: async () => `It is at ${left(await line())}, and was at ${before}.`},
    );
    playground.remove();
  });
});

describe('the theme of a <django-playground>', () => {
  let playground: DjangoPlayground;

  beforeEach(async () => {
    playground = mount({'views.py': VIEWS});
    await playground.updateComplete;
  });

  afterEach(() => {
    playground.remove();
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
  });

  /** Attributes are noticed after the script that sets them. */
  async function scheme(): Promise<string> {
    await new Promise(requestAnimationFrame);
    await playground.updateComplete;
    return getComputedStyle(find(playground, '.playground')).colorScheme;
  }

  it("is the page's, also when that changes", async () => {
    document.documentElement.style.colorScheme = 'dark';
    expect(await scheme()).to.equal('dark');
    document.documentElement.style.colorScheme = 'light';
    expect(await scheme()).to.equal('light');
  });

  it('is dark where the page says nothing and has light text', async () => {
    document.body.style.color = 'oklch(0.9 0.02 200)';
    expect(await scheme()).to.equal('dark');
    document.body.style.color = 'rgb(20, 20, 20)';
    expect(await scheme()).to.equal('light');
  });

  it('is its own where it says so', async () => {
    playground.theme = 'dark';
    expect(await scheme()).to.equal('dark');
    document.documentElement.style.colorScheme = 'dark';
    playground.theme = 'light';
    expect(await scheme()).to.equal('light');
  });

  it("takes on the page's accent, with text on it that can be read", async () => {
    document.body.style.accentColor = 'rgb(255, 220, 0)';
    await scheme();
    const run = getComputedStyle(find(playground, '.toolbar .primary'));
    expect(run.backgroundColor).to.equal('rgb(255, 220, 0)');
    expect(run.color).to.match(/^(?:rgb\(0, 0, 0\)|lch\(0 )/);
  });
});
