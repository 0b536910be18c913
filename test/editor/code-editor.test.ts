import {undo} from '@codemirror/commands';
import {expect} from 'chai';
import type {ProjectFile} from '../../src/protocol/project.js';
import {open, press, type, until, type Opened} from './open.js';

const MODELS: ProjectFile = {
  path: 'polls/models.py',
  content: 'class Question:\n    text = "What?"\n',
};
const VIEWS: ProjectFile = {path: 'polls/views.py', content: 'def index(request):\n    pass\n'};
const LICENCE: ProjectFile = {path: 'LICENSE', content: 'Free.\n', readonly: true};
const FILES = [MODELS, VIEWS, LICENCE];

describe('the code editor', () => {
  let opened: Opened;

  beforeEach(async () => {
    opened = await open(FILES);
  });

  afterEach(() => opened.close());

  it('shows a file in colours, with numbers and a name', () => {
    expect(opened.lines()).to.deep.equal(['class Question:', '    text = "What?"', '']);
    const coloured = [...opened.root.querySelectorAll('.cm-line span')].map(
      span => `${span.textContent} ${getComputedStyle(span).color}`,
    );
    expect(new Set(coloured).size).to.be.greaterThan(2);
    expect(opened.root.querySelector('.cm-lineNumbers')?.textContent).to.include('123');
    expect(opened.view.contentDOM.getAttribute('aria-label')).to.equal('polls/models.py');
    expect(opened.view.contentDOM.getAttribute('role')).to.equal('textbox');
  });

  it('tells of each edit with the whole content', () => {
    opened.view.dispatch({selection: {anchor: 0}});
    type(opened.view, '# a');
    expect(opened.edits.at(-1)).to.deep.equal({
      path: 'polls/models.py',
      content: `# a${String(MODELS.content)}`,
    });
    expect(opened.edits).to.have.length(3);
  });

  it('keeps undo, selection and text for each file', () => {
    opened.view.dispatch({selection: {anchor: 5}});
    type(opened.view, 'X');
    opened.editor.show(VIEWS);
    expect(opened.lines()[0]).to.equal('def index(request):');
    undo(opened.view);
    expect(opened.lines()[0]).to.equal('def index(request):');
    opened.editor.show({...MODELS, content: opened.edits[0]?.content ?? ''});
    expect(opened.lines()[0]).to.equal('classX Question:');
    expect(opened.view.state.selection.main.head).to.equal(6);
    undo(opened.view);
    expect(opened.lines()[0]).to.equal('class Question:');
    expect(opened.edits.at(-1)?.content).to.equal(MODELS.content);
  });

  it('takes over what changed elsewhere without telling of it, as a step that can be undone', () => {
    opened.view.dispatch({selection: {anchor: 0}});
    type(opened.view, '#');
    opened.editor.sync([{...MODELS, content: `#${String(MODELS.content)}`}, VIEWS, LICENCE]);
    const told = opened.edits.length;
    opened.editor.sync([{...MODELS, content: 'reset\n'}, VIEWS, LICENCE]);
    expect(opened.lines()).to.deep.equal(['reset', '']);
    expect(opened.edits).to.have.length(told);
    undo(opened.view);
    expect(opened.lines()[0]).to.equal('#class Question:');
    undo(opened.view);
    expect(opened.lines()[0]).to.equal('class Question:');
  });

  it('follows a renamed file with its undo', () => {
    type(opened.view, 'X');
    opened.editor.rename('polls/models.py', 'polls/data.py');
    expect(opened.view.contentDOM.getAttribute('aria-label')).to.equal('polls/data.py');
    undo(opened.view);
    expect(opened.edits.at(-1)).to.deep.equal({path: 'polls/data.py', content: MODELS.content});
  });

  it('shows the file that is renamed onto one that was open, and nothing of that', () => {
    type(opened.view, 'X');
    opened.editor.show(VIEWS);
    opened.editor.rename(VIEWS.path, MODELS.path);
    const renamed = {...VIEWS, path: MODELS.path};
    opened.editor.sync([renamed, LICENCE]);
    opened.editor.show(renamed);
    expect(opened.lines()[0]).to.equal('def index(request):');
    undo(opened.view);
    expect(opened.lines()[0]).to.equal('def index(request):');
    type(opened.view, 'Y');
    expect(opened.edits.at(-1)?.path).to.equal(MODELS.path);
  });

  it('forgets a file that is gone', () => {
    type(opened.view, 'X');
    opened.editor.sync([VIEWS]);
    opened.editor.show(MODELS);
    expect(opened.lines()[0]).to.equal('class Question:');
    undo(opened.view);
    expect(opened.lines()[0]).to.equal('class Question:');
  });

  it('has a caret in a file that is read-only, says so and changes nothing', () => {
    opened.editor.show(LICENCE);
    expect(opened.view.contentDOM.getAttribute('aria-label')).to.equal('LICENSE, read-only');
    expect(opened.view.contentDOM.getAttribute('aria-readonly')).to.equal('true');
    expect(opened.view.contentDOM.isContentEditable).to.equal(true);
    press(opened.view, 'Enter');
    press(opened.view, 'Delete');
    expect(opened.lines()).to.deep.equal(['Free.', '']);
    opened.editor.show(VIEWS);
    expect(opened.view.state.readOnly).to.equal(false);
  });

  it('runs with Ctrl+Enter or ⌘+Enter and adds no line', () => {
    const isMac = /Mac/.test(navigator.platform);
    expect(press(opened.view, 'Enter', {[isMac ? 'metaKey' : 'ctrlKey']: true})).to.equal(true);
    expect(opened.runs).to.equal(1);
    expect(opened.edits).to.deep.equal([]);
  });

  it('indents with Tab, and lets Tab leave after Escape, which it says', () => {
    expect(press(opened.view, 'Tab')).to.equal(true);
    expect(opened.lines()[0]).to.equal('    class Question:');
    press(opened.view, 'Tab', {shiftKey: true});
    expect(opened.lines()[0]).to.equal('class Question:');
    press(opened.view, 'Escape');
    expect(press(opened.view, 'Tab')).to.equal(false);
    expect(press(opened.view, 'Tab', {shiftKey: true})).to.equal(false);
    press(opened.view, 'ArrowDown');
    expect(press(opened.view, 'Tab')).to.equal(true);
    const id = opened.view.contentDOM.getAttribute('aria-describedby') ?? '';
    expect(opened.root.getElementById(id)?.textContent).to.match(/Escape.*Tab/);
  });

  it('reveals a place: scrolls there, puts the caret there and takes the focus', () => {
    opened.editor.reveal(2, 5);
    expect(opened.view.state.selection.main.head).to.equal(20);
    expect(opened.root.activeElement).to.equal(opened.view.contentDOM);
    opened.editor.reveal(99);
    expect(opened.view.state.selection.main.head).to.equal(opened.view.state.doc.length);
  });

  it('is configured while it is open', () => {
    opened.editor.configure({lineNumbers: false, wrap: true, tabSize: 8});
    expect(opened.root.querySelector('.cm-lineNumbers')).to.equal(null);
    expect(opened.view.contentDOM.classList.contains('cm-lineWrapping')).to.equal(true);
    expect(opened.view.state.tabSize).to.equal(8);
  });

  it('shows differences from the original once asked to', async () => {
    opened.editor.setOriginal('polls/models.py', 'class Answer:\n    text = "What?"\n');
    opened.editor.compare(true);
    await until(() => opened.root.querySelector('.cm-deletedChunk') !== null);
    expect(opened.root.querySelector('.cm-deletedChunk')?.textContent).to.include('Answer');
    opened.editor.compare(false);
    await until(() => opened.root.querySelector('.cm-deletedChunk') === null);
  });

  it('goes from change to change, takes them back and closes', async () => {
    let closed = 0;
    opened.close();
    opened = await open([{path: 'a.py', content: 'one\nTWO\nthree\nFOUR\n'}], {
      onclose: () => (closed += 1),
    });
    opened.editor.setOriginal('a.py', 'one\ntwo\nthree\nfour\n');
    opened.editor.compare(true);
    await until(() => opened.root.querySelector('.cm-comparison') !== null);
    const bar = opened.root.querySelector<HTMLElement>('.cm-comparison');
    const said = (): string | null | undefined => bar?.querySelector('[role=status]')?.textContent;
    const click = (name: string): void => {
      const buttons = [...(bar?.querySelectorAll('button') ?? [])];
      buttons.find(({textContent}) => textContent === name)?.click();
    };
    expect(bar?.ariaLabel).to.equal('Comparison');
    expect(said()).to.equal('2 changes');
    click('Take back this change');
    expect(opened.edits).to.deep.equal([]);
    click('Next change');
    expect(said()).to.equal('Change 1 of 2');
    press(opened.view, 'F7', {shiftKey: true});
    expect(said()).to.equal('Change 2 of 2');
    click('Take back this change');
    expect(opened.edits.at(-1)?.content).to.equal('one\nTWO\nthree\nfour\n');
    expect(said()).to.equal('Change 1 of 1');
    click('Take back this change');
    expect(opened.edits.at(-1)?.content).to.equal('one\ntwo\nthree\nfour\n');
    expect(said()).to.equal('No changes');
    click('Close');
    expect(closed).to.equal(1);
    expect(opened.root.activeElement).to.equal(opened.view.contentDOM);
  });

  it('takes extensions that are made with its own CodeMirror, and leaves out what is none', async () => {
    const {warn} = console;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => void warnings.push(text);
    try {
      const other = await open(FILES, {
        extensions: [
          ({EditorView}: {EditorView: typeof import('@codemirror/view').EditorView}) =>
            EditorView.contentAttributes.of({'data-author': 'yes'}),
          {extension: 'of another copy'},
        ],
      });
      expect(other.view.contentDOM.dataset['author']).to.equal('yes');
      other.close();
    } finally {
      console.warn = warn;
    }
    expect(String(warnings[0])).to.include('function');
  });
});
