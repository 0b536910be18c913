import {expect} from 'chai';
import {checkName} from '../../src/files/check-name.js';
import {OPERATIONS_ENGLISH} from '../../src/element/operations-strings.js';
import type {ProjectFile} from '../../src/protocol/project.js';
import {Pane} from './pane.js';

const FILES: readonly ProjectFile[] = [
  {path: 'polls/models.py', content: 'a = 1\n'},
  {path: 'polls/views.py', content: 'b = 2\n', selected: true},
  {path: 'polls/secret.py', content: 'c = 3\n', hidden: true},
  {path: 'README.md', content: 'read me', readonly: true},
];

/** A name, and what is wrong with it. */
const NAMES: readonly [string, string | undefined][] = [
  ['polls/forms.py', undefined],
  ['./polls/forms.py', undefined],
  ['notes/été 1.txt', undefined],
  ['', 'empty'],
  ['   ', 'empty'],
  ['a\u0007.py', 'control'],
  ['/etc/passwd', 'absolute'],
  ['C:/a.py', 'absolute'],
  ['polls\\a.py', 'backslash'],
  ['../a.py', 'climbs'],
  ['polls/', 'folder'],
  ['polls//a.py', 'gap'],
  ['polls/CON.txt', 'reserved'],
  ['a'.repeat(201), 'long'],
  ['polls/views.py/a.py', 'inside-file'],
  ['polls', 'is-folder'],
  ['polls/views.py', 'taken'],
  ['README.md', 'readonly'],
];

describe('names of files', () => {
  for (const [name, problem] of NAMES) {
    it(`${problem ?? 'good'}: ${JSON.stringify(name.slice(0, 30))}`, () => {
      const checked = checkName(name, FILES);
      expect(checked.problem).to.equal(problem);
      if (checked.problem)
        expect(OPERATIONS_ENGLISH.problems[checked.problem](name)).to.match(/\.$/);
    });
  }

  it('says what Python cannot import, and takes it', () => {
    expect(checkName('my app/views.py', FILES)).to.include({notImportable: 'my app'});
    expect(checkName('polls/über.py', FILES).notImportable).to.equal(undefined);
    expect(checkName('my app/a.txt', FILES).notImportable).to.equal(undefined);
    expect(checkName('polls/migrations/0001_initial.py', FILES).notImportable).to.equal(undefined);
  });
});

describe('what can be done with files', () => {
  let pane: Pane;

  beforeEach(async () => {
    pane = new Pane(FILES);
    await pane.element.updateComplete;
  });

  afterEach(() => pane.element.remove());

  const said = (): string => pane.all('.notice p').at(-1)?.textContent ?? '';
  const current = (): string | undefined => pane.element.current?.path;

  /** @param target Where they are dropped, as a selector. */
  async function dropOn(target: string, ...files: File[]): Promise<void> {
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    const init = {dataTransfer, bubbles: true, composed: true, cancelable: true};
    const before = said();
    pane.one(target).dispatchEvent(new DragEvent('drop', init));
    await pane.until('something is said', () => said() !== before);
  }

  const drop = (...files: File[]): Promise<void> => dropOn('.panels', ...files);

  it('makes a file, and goes to edit it', async () => {
    await pane.choose('New file…');
    expect((pane.one('dialog input') as HTMLInputElement).value).to.equal('polls/');
    await pane.name('polls/../forms.py');
    expect(pane.one('dialog p').textContent).to.include('leaves the project');
    await pane.name('polls/forms.py');
    expect(pane.done).to.deep.equal(['add polls/forms.py']);
    await pane.until('it is edited', () => pane.all('textarea').length > 0);
    expect(pane.one('textarea').ariaLabel).to.equal('polls/forms.py');
  });

  it('replaces a file only when it is told to, and has it back', async () => {
    await pane.choose('Duplicate…');
    await pane.name('polls/models.py');
    expect(pane.done).to.deep.equal([]);
    expect(pane.one('dialog p').textContent).to.include('There is a file polls/models.py');
    pane.button('Replace').click();
    await pane.element.updateComplete;
    const content = (): unknown =>
      pane.element.files.find(({path}) => path === 'polls/models.py')?.content;
    expect(content()).to.equal('b = 2\n');
    pane.button('Undo').click();
    expect(content()).to.equal('a = 1\n');
  });

  it('renames the file that is being edited', async () => {
    await pane.element.reveal('polls/views.py');
    await pane.choose('Rename…');
    await pane.name('polls/pages.py');
    expect(pane.done).to.deep.equal(['rename polls/views.py polls/pages.py']);
    await pane.until('it is shown', () => current() === 'polls/pages.py');
    expect(pane.one('textarea').ariaLabel).to.equal('polls/pages.py');
  });

  it('renames a file onto one that is open, and has both back', async () => {
    await pane.element.reveal('polls/models.py');
    await pane.element.reveal('polls/views.py');
    await pane.choose('Rename…');
    await pane.name('polls/models.py');
    expect(pane.done).to.deep.equal([]);
    pane.button('Replace').click();
    await pane.until('it is renamed', () => current() === 'polls/models.py');
    expect((pane.one('textarea') as HTMLTextAreaElement).value).to.equal('b = 2\n');
    expect(said()).to.include('polls/models.py');
    pane.button('Undo').click();
    await pane.element.updateComplete;
    const contents = pane.element.files.map(({path, content}) => `${path} ${String(content)}`);
    expect(contents).to.include.members(['polls/models.py a = 1\n', 'polls/views.py b = 2\n']);
  });

  it('says that a file is no text where somebody goes to edit it', async () => {
    pane.element.files = [{path: 'a.py', content: new Uint8Array([0x80, 0x0a])}, ...FILES];
    await pane.element.reveal('a.py');
    await pane.until('it is said', () => pane.one('.panel:not([hidden])').checkVisibility());
    expect(pane.one('.panel:not([hidden])').textContent).to.include('not text');
    expect(pane.all('.editing:not([hidden])')).to.deep.equal([]);
  });

  it('deletes a file, and has it back where it was', async () => {
    await pane.choose('Delete');
    expect(said()).to.equal('Deleted polls/views.py');
    expect(current()).to.equal('README.md');
    pane.button('Undo').click();
    await pane.element.updateComplete;
    expect(pane.paths).to.deep.equal(FILES.map(({path}) => path));
    expect(current()).to.equal('polls/views.py');
  });

  it('leaves what is read-only as it is, and says so', async () => {
    pane.element.select('README.md');
    await pane.element.updateComplete;
    await pane.choose('Delete');
    expect(said()).to.include('README.md is read-only');
    expect(pane.done).to.deep.equal([]);
  });

  it('shows hidden files to who wants them', async () => {
    await pane.choose('Show hidden files');
    expect(pane.all('.veiled').map(tab => tab.title)).to.deep.equal(['polls/secret.py']);
  });

  it('takes what is dropped, also what is no text', async () => {
    const picture = new File([new Uint8Array([0, 255])], 'dot.png');
    await drop(new File(['x = 1'], 'new file.py'), picture);
    expect(said()).to.equal('Added 2 files');
    const contents = pane.element.files.slice(-2).map(({content}) => content);
    expect(contents).to.deep.equal(['x = 1', new Uint8Array([0, 255])]);
    pane.button('Undo').click();
    expect(pane.paths).to.deep.equal(FILES.map(({path}) => path));
  });

  it('takes what is dropped on a folder of the tree into that', async () => {
    pane.element.layout = 'tree';
    await pane.element.updateComplete;
    await dropOn('.folder[title=polls]', new File(['x = 1'], 'forms.py'));
    expect(pane.paths).to.include('polls/forms.py');
    const others = [new File(['y = 1'], 'apps.py'), new File(['z = 1'], 'tests.py')];
    await dropOn('[role=treeitem][title="polls/forms.py"]', ...others);
    expect(pane.paths).to.include('polls/apps.py').and.include('polls/tests.py');
  });

  it('moves a file that is dragged onto a folder, unless it has one of that name', async () => {
    pane.element.files = [
      {path: 'urls.py', content: 'd = 4\n'},
      {path: 'views.py', content: 'e = 5\n'},
      ...FILES,
    ];
    pane.element.layout = 'tree';
    await pane.element.updateComplete;
    const drag = (path: string, type: string, dataTransfer: DataTransfer): boolean =>
      pane
        .one(`[role=treeitem][title="${path}"]`)
        .dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
    const dragTo = (path: string, folder: string): void => {
      const data = new DataTransfer();
      drag(path, 'dragstart', data);
      drag(folder, 'dragover', data);
      expect(pane.one(`[title="${folder}"]`).hasAttribute('data-over')).to.equal(true);
      drag(folder, 'drop', data);
      expect(pane.all('[data-over]')).to.deep.equal([]);
    };
    dragTo('urls.py', 'polls');
    await pane.until('it is moved', () => pane.done.length > 0);
    expect(pane.done).to.deep.equal(['rename urls.py polls/urls.py']);
    dragTo('views.py', 'polls');
    await pane.until('it is said', () => said().includes('There is a file polls/views.py'));
    expect(pane.done).to.have.length(1);
  });

  it('asks before it replaces what is there already', async () => {
    pane.element.files = [{path: 'a.txt', content: 'old'}, ...FILES];
    await drop(new File(['new'], 'a.txt'));
    expect(said()).to.include('a.txt already');
    expect(pane.element.files[0]?.content).to.equal('old');
    pane.button('Keep both').click();
    expect(pane.paths).to.include('a_2.txt');
  });

  it('refuses what is too large, and says how large it may be', async () => {
    await drop(new File(['x'.repeat(5_000_001)], 'long.txt'));
    expect(said()).to.include('long.txt is too large').and.include('5 MB');
    await drop(new File([new Uint8Array(50_000_001)], 'large.bin'));
    expect(said()).to.include('large.bin').and.include('50 MB');
    expect(pane.done).to.deep.equal([]);
  });

  it('takes 20 MB that are no text', async () => {
    await drop(new File([new Uint8Array(20_000_000)], 'data.bin'));
    expect(pane.done).to.deep.equal(['add data.bin']);
    expect(pane.one('.panel:not([hidden])').textContent).to.include('not text');
  });
});
