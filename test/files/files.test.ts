import {expect} from 'chai';
import type {DjangoPlaygroundFiles} from '../../src/files/index.js';
import type {ProjectFile} from '../../src/protocol/project.js';
import {Pane} from './pane.js';

const FILES: readonly ProjectFile[] = [
  {path: 'polls/models.py', content: 'a = 1\n'},
  {path: 'polls/secret.py', content: 'b = 2\n', hidden: true},
  {path: 'polls/views.py', content: 'from x import y\n', selected: true, label: 'views'},
  {path: 'polls/logo.png', content: new Uint8Array([1, 2])},
  {path: 'README.md', content: 'read me', readonly: true},
];

describe('the code pane', () => {
  let view: Pane;
  let pane: DjangoPlaygroundFiles;

  beforeEach(async () => {
    view = new Pane(FILES);
    pane = view.element;
    await pane.updateComplete;
  });

  afterEach(() => pane.remove());

  const all = (selector: string): HTMLElement[] => view.all(selector);
  const one = (selector: string): HTMLElement => view.one(selector);
  const rows = (): string[] => all('[role=treeitem]').map(row => row.title);
  const tabs = (): HTMLElement[] => all('[role=tab]');
  const chosen = (): string | undefined =>
    one('[role=tab][aria-selected=true]').textContent?.trim();
  const shown = (): string | undefined => one('.panel:not([hidden])').ariaLabel ?? undefined;
  const press = (target: HTMLElement, key: string, init?: KeyboardEventInit): Promise<void> =>
    view.press(target, key, init);
  const pressOnTab = (key: string, init?: KeyboardEventInit): Promise<void> =>
    press(one('[role=tab][tabindex="0"]'), key, init);
  const until = (what: string, condition: () => boolean): Promise<void> =>
    view.until(what, condition);

  it('has a tab for each file that is not hidden, and shows the selected one', () => {
    expect(tabs().map(tab => tab.textContent?.trim())).to.deep.equal([
      'polls/models.py',
      'views',
      'polls/logo.png',
      'README.md',
    ]);
    expect(chosen()).to.equal('views');
    expect(one('.panel:not([hidden]) .text').textContent).to.equal('from x import y\n');
    expect(
      all('.lock').map(lock => lock.closest('[role=tab]')?.getAttribute('title')),
    ).to.deep.equal(['README.md']);
  });

  it('has the tab of the file shown first in sight, and leaves the page where it is', async () => {
    pane.style.width = '20rem';
    pane.style.marginTop = '200vh';
    pane.files = FILES.toReversed().map(({path, content}) => ({
      path: `a/long/way/to/${path}`,
      content,
      selected: path === 'polls/models.py',
    }));
    await until('the row has scrolled', () => one('[role=tablist]').scrollLeft > 0);
    const tab = one('[role=tab][aria-selected=true]').getBoundingClientRect();
    expect(tab.right).to.be.at.most(one('[role=tablist]').getBoundingClientRect().right + 1);
    expect(scrollY).to.equal(0);
  });

  it('colours the code without moving it', async () => {
    const before = one('.panel:not([hidden])').getBoundingClientRect().toJSON();
    await until('the keyword is coloured', () => all('.keyword').length > 0);
    expect(one('.keyword').textContent).to.equal('from');
    expect(one('.panel:not([hidden]) .text').textContent).to.equal('from x import y\n');
    expect(one('.panel:not([hidden])').getBoundingClientRect().toJSON()).to.deep.equal(before);
  });

  it('goes from tab to tab with the arrow keys, Home and End', async () => {
    await pressOnTab('ArrowLeft');
    expect(chosen()).to.equal('polls/models.py');
    await pressOnTab('ArrowLeft');
    expect(chosen()).to.equal('README.md');
    await pressOnTab('ArrowRight');
    expect(chosen()).to.equal('polls/models.py');
    await pressOnTab('End');
    expect(chosen()).to.equal('README.md');
    expect(shown()).to.equal('README.md');
    await pressOnTab('Home');
    expect(chosen()).to.equal('polls/models.py');
    await pane.updateComplete;
    expect(pane.shadowRoot?.activeElement?.textContent?.trim()).to.equal('polls/models.py');
    await pressOnTab('ArrowRight', {altKey: true});
    expect(view.done).to.deep.equal(['move polls/models.py polls/logo.png']);
  });

  it('goes to edit with Enter, and tells of each edit', async () => {
    await press(one('.panel:not([hidden]) .text'), 'Enter');
    await until('there is a text field', () => all('textarea').length > 0);
    const field = one('textarea') as HTMLTextAreaElement;
    expect(field.value).to.equal('from x import y\n');
    expect(field.ariaLabel).to.equal('polls/views.py');
    expect(pane.shadowRoot?.activeElement).to.equal(field);
    field.value = 'c = 4\n';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await until('it is told', () => view.done.length > 0);
    expect(view.done).to.deep.equal(['edit polls/views.py c = 4\n']);
    pane.changed = new Set(['polls/views.py']);
    await pane.updateComplete;
    expect(one('.changed').title).to.equal('polls/views.py');
    expect(one('.changed .mark').ariaLabel).to.equal('changed');
    await pressOnTab('ArrowLeft');
    expect(field.value).to.equal('a = 1\n');
    await pressOnTab('ArrowRight');
    expect(field.value).to.equal('c = 4\n');
  });

  it('loses nothing that is typed while the editor is loaded', async () => {
    const text = one('.panel:not([hidden]) .text');
    text.focus();
    await Promise.all(['#', '!'].map(key => press(text, key)));
    await until('it is typed', () => view.done.length > 0);
    expect(view.done).to.deep.equal(['edit polls/views.py #!from x import y\n']);
  });

  it('puts the caret where it was clicked', async () => {
    const text = one('.panel:not([hidden]) .text');
    const range = document.createRange();
    const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
    if (!node) throw new Error('There is no text');
    range.setStart(node, 0);
    range.setEnd(node, 4);
    const {right, top, height} = range.getBoundingClientRect();
    const at = {clientX: right, clientY: top + height / 2, detail: 1};
    text.dispatchEvent(new MouseEvent('click', {...at, bubbles: true, composed: true}));
    await until('there is a text field', () => all('textarea').length > 0);
    await until(
      'the caret is there',
      () => (one('textarea') as HTMLTextAreaElement).selectionStart === 4,
    );
  });

  it('shows what is found in another file', async () => {
    one('[role=tabpanel][aria-label="README.md"]').dispatchEvent(new Event('beforematch'));
    await pane.updateComplete;
    expect(chosen()).to.equal('README.md');
  });

  it('selects the text where the browser does not let it be copied', async () => {
    const refuse = {value: () => Promise.reject(new Error('refused')), configurable: true};
    Object.defineProperty(navigator.clipboard, 'writeText', refuse);
    Object.defineProperty(document, 'execCommand', {value: () => false, configurable: true});
    try {
      one('.copy').click();
      await until('it is said', () => all('.notice').length > 0);
      expect(one('.notice').textContent).to.include('copy it yourself');
      await until(
        'its text is selected',
        () => getSelection()?.toString().trim() === 'from x import y',
      );
      one('.panel:not([hidden]) .text').dispatchEvent(new ClipboardEvent('copy', {bubbles: true}));
      await until('nothing is said any more', () => all('.notice').length === 0);
    } finally {
      Reflect.deleteProperty(navigator.clipboard, 'writeText');
      Reflect.deleteProperty(document, 'execCommand');
    }
  });

  it('says what is no text', async () => {
    await pressOnTab('End');
    await pressOnTab('ArrowLeft');
    expect(one('.panel:not([hidden])').querySelector('.text')).to.equal(null);
    pane.files = [{path: 'a.bin', content: new Uint8Array([0])}];
    await pane.updateComplete;
    expect(one('.panel:not([hidden])').textContent).to.include('not text');
  });

  it('prints every file that can be seen, in full', async () => {
    pane.findRegions = () => [{kind: 'fold', from: 1, to: 3}];
    pane.files = [
      {path: 'a.py', content: '# playground-fold\nhidden = 1\n# playground-fold-end\nb = 2\n'},
      ...FILES,
    ];
    await pane.updateComplete;
    expect(one('details').textContent).to.include('hidden = 1').and.not.include('playground');
    dispatchEvent(new Event('beforeprint'));
    expect((one('details') as HTMLDetailsElement).open).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect((one('details') as HTMLDetailsElement).open).to.equal(false);
  });

  it('has a tree for many files, which the keyboard goes through', async () => {
    pane.files = Array.from({length: 9}, (_, index) => ({
      path: `${index < 5 ? 'polls' : 'blog'}/file${index}.py`,
      content: String(index),
    }));
    await pane.updateComplete;
    expect(tabs()).to.have.length(0);
    expect(rows()).to.have.length(11);
    expect(shown()).to.equal('polls/file0.py');
    const pressOnRow = (key: string): Promise<void> =>
      press(one('[role=treeitem][tabindex="0"]'), key);
    await pressOnRow('ArrowLeft');
    await pressOnRow('ArrowLeft');
    expect(one('.folder[aria-expanded=false]').title).to.equal('polls');
    expect(rows()).to.have.length(6);
    await pressOnRow('ArrowDown');
    await pressOnRow('ArrowRight');
    await pressOnRow('Enter');
    expect(shown()).to.equal('blog/file5.py');
  });
});
