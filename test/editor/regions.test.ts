import {undo} from '@codemirror/commands';
import {SearchQuery, replaceAll, setSearchQuery} from '@codemirror/search';
import {expect} from 'chai';
import type {ProjectFile} from '../../src/protocol/project.js';
import {open, paste, press, type, type Opened} from './open.js';

const CONTENT = `import os
# playground-readonly
SECRET = 'given'
# playground-readonly-end
name = 'yours'
# playground-fold
def helper():
    return name
# playground-fold-end
print(name)
`;

const SETTINGS: ProjectFile = {path: 'settings.py', content: CONTENT};

const at = (text: string): number => CONTENT.indexOf(text);

describe('regions in the editor', () => {
  let opened: Opened;

  beforeEach(async () => {
    opened = await open([SETTINGS]);
  });

  afterEach(() => opened.close());

  const select = (anchor: number, head = anchor): void =>
    opened.view.dispatch({selection: {anchor, head}});

  it('show neither markers nor folded lines, but all of the file is there', () => {
    expect(opened.lines()).to.deep.equal([
      'import os',
      "SECRET = 'given'",
      "name = 'yours'",
      'print(name)',
      '',
    ]);
    expect(opened.view.state.sliceDoc()).to.equal(CONTENT);
    expect(opened.root.querySelector('.cm-folded')?.textContent).to.equal('… 2 lines');
    const heights = [...opened.root.querySelectorAll('.cm-lineNumbers .cm-gutterElement')]
      .filter(element => getComputedStyle(element).visibility !== 'hidden')
      .map(element => element.textContent);
    expect(heights).to.include.members(['1', '3', '5', '10']);
    expect(heights).to.not.include('2');
  });

  it('refuse what would change read-only lines: typed, pasted, deleted, moved', () => {
    select(at('SECRET'));
    type(opened.view, 'X');
    select(at('SECRET'), at('name ='));
    paste(opened.view, 'gone');
    select(at('name ='));
    press(opened.view, 'Backspace');
    select(0, CONTENT.length);
    press(opened.view, 'Delete');
    select(0);
    press(opened.view, 'ArrowDown', {altKey: true});
    expect(opened.view.state.sliceDoc()).to.equal(CONTENT);
    expect(opened.edits).to.deep.equal([]);
  });

  it('say that they refuse', async () => {
    select(at('SECRET'));
    type(opened.view, 'X');
    await Promise.resolve();
    expect(opened.root.querySelector('.cm-announced')?.textContent).to.include('read-only');
  });

  it('let all around them be edited, and undone', () => {
    select(at('name =') + 4);
    type(opened.view, 's');
    select(9);
    type(opened.view, '\nimport re');
    const edited = CONTENT.replace('import os', 'import os\nimport re').replace(
      'name =',
      'names =',
    );
    expect(opened.edits.at(-1)?.content).to.equal(edited);
    select(edited.indexOf('SECRET'));
    type(opened.view, 'X');
    expect(opened.view.state.sliceDoc()).to.equal(edited);
    while (undo(opened.view));
    expect(opened.view.state.sliceDoc()).to.equal(CONTENT);
  });

  it('are left out where everything is replaced', () => {
    const query = new SearchQuery({search: 'e', replace: 'E'});
    opened.view.dispatch({effects: setSearchQuery.of(query)});
    replaceAll(opened.view);
    const content = opened.view.state.sliceDoc();
    expect(content).to.include(
      "# playground-readonly\nSECRET = 'given'\n# playground-readonly-end",
    );
    expect(content).to.include("namE = 'yours'");
  });

  it('unfold by a click', () => {
    opened.root.querySelector<HTMLButtonElement>('.cm-folded')?.click();
    expect(opened.lines()).to.include('def helper():');
    expect(opened.root.querySelector('.cm-folded')).to.equal(null);
    select(at('    return name') + 4);
    type(opened.view, 'x');
    expect(opened.edits).to.have.length(1);
  });

  it('unfold by the keyboard, and fold again', () => {
    const isMac = /Mac/.test(navigator.platform);
    const keys = isMac ? {metaKey: true, altKey: true} : {ctrlKey: true, shiftKey: true};
    select(at('print'));
    press(opened.view, isMac ? ']' : '}', {...keys, keyCode: 221});
    expect(opened.lines()).to.include('def helper():');
    press(opened.view, isMac ? '[' : '{', {...keys, keyCode: 219});
    expect(opened.lines()).to.not.include('def helper():');
  });

  it('unfold when somebody is led there', () => {
    opened.editor.reveal(8);
    expect(opened.lines()).to.include('    return name');
  });

  it('leave the caret below one that the file begins with', () => {
    const content = '# playground-fold\r\nimport os\r\n# playground-fold-end\r\na = 1\r\n';
    opened.editor.show({path: 'other.py', content});
    type(opened.view, 'b');
    expect(opened.edits.at(-1)?.content).to.equal(content.replace('a = 1', 'ba = 1'));
  });

  it('are found anew when the file is reset', () => {
    select(0);
    type(opened.view, '#');
    opened.editor.sync([{...SETTINGS, content: `a = 1\n${CONTENT}`}]);
    select(opened.view.state.sliceDoc().indexOf('SECRET'));
    type(opened.view, 'X');
    expect(opened.view.state.sliceDoc()).to.equal(`a = 1\n${CONTENT}`);
  });
});
