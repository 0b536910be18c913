import {expect} from 'chai';
import type {Mark} from '../../src/protocol/code.js';
import {open, press, type, type Opened} from './open.js';

const CONTENT = 'import os\n\ndef index(request):\n    return render(request)\n';

const mark = (line: number, options: Partial<Mark> = {}): Mark => ({
  path: 'views.py',
  line,
  severity: 'error',
  message: `wrong in ${line}`,
  source: 'NameError',
  ...options,
});

describe('marks in the editor', () => {
  let opened: Opened;

  beforeEach(async () => {
    opened = await open([{path: 'views.py', content: CONTENT}]);
  });

  afterEach(() => opened.close());

  const marked = (): string[] =>
    [...opened.root.querySelectorAll('.cm-line[class*=cm-mark-line]')].map(
      line => line.textContent ?? '',
    );
  const underlined = (): string[] =>
    [...opened.root.querySelectorAll('.cm-lintRange')].map(range => range.textContent ?? '');
  const announced = (): string => opened.root.querySelector('.cm-announced')?.textContent ?? '';

  it('underline the line or the word, colour the line and its number, and are announced', () => {
    opened.editor.setMarks([
      mark(4, {column: 12}),
      mark(1, {severity: 'warning'}),
      mark(1, {path: 'other.py'}),
    ]);
    expect(underlined()).to.deep.equal(['import os', 'render']);
    expect(marked()).to.deep.equal(['import os', '    return render(request)']);
    expect(opened.root.querySelector('.cm-gutterElement.cm-mark-line-error')).to.not.equal(null);
    expect(announced()).to.include('Line 4: NameError: wrong in 4');
    expect(announced()).to.not.include('Line 1: NameError: wrong in 1 Line 1');
  });

  it('move with their lines, and go when those are edited', () => {
    opened.editor.setMarks([mark(1), mark(4)]);
    opened.view.dispatch({selection: {anchor: 0}});
    opened.view.dispatch({changes: {from: 0, insert: '# new\n'}});
    opened.view.dispatch({selection: {anchor: opened.view.state.doc.line(4).to}});
    type(opened.view, ' ');
    expect(underlined()).to.deep.equal(['import os', 'return render(request)']);
    opened.view.dispatch({selection: {anchor: opened.view.state.doc.line(5).to}});
    type(opened.view, ' ');
    expect(marked()).to.deep.equal(['import os']);
  });

  it('keep their colour where the caret is', () => {
    opened.editor.setMarks([mark(4)]);
    opened.editor.focus();
    const colour = (line: number): string => {
      opened.view.dispatch({selection: {anchor: opened.view.state.doc.line(line).from}});
      const found = opened.root.querySelector('.cm-line.cm-mark-line-error');
      return found ? getComputedStyle(found).backgroundColor : 'none';
    };
    expect(colour(4))
      .to.equal(colour(1))
      .and.match(/0\.1\)$/);
  });

  it('are told where the caret is, and F8 goes from one to the next', () => {
    opened.editor.setMarks([mark(1), mark(4)]);
    opened.editor.focus();
    opened.view.dispatch({selection: {anchor: 11}});
    expect(opened.root.querySelector('.cm-tooltip-marks')).to.equal(null);
    press(opened.view, 'F8');
    expect(opened.view.state.selection.main.from).to.equal(CONTENT.indexOf('return'));
    expect(announced()).to.include('wrong in 4');
    press(opened.view, 'F8', {shiftKey: true});
    expect(opened.view.state.selection.main.from).to.equal(0);
    expect(opened.root.querySelector('.cm-tooltip-marks')?.textContent).to.include('wrong in 1');
  });

  it('belong to their file, and are replaced by others', () => {
    const other = {path: 'other.py', content: 'a\nb\n'};
    opened.editor.setMarks([mark(1), mark(2, {path: 'other.py'})]);
    opened.editor.show(other);
    expect(underlined()).to.deep.equal(['b']);
    opened.editor.setMarks([]);
    expect(underlined()).to.deep.equal([]);
    opened.editor.show({path: 'views.py', content: CONTENT});
    expect(underlined()).to.deep.equal([]);
  });

  it('stand in the last line where the file has become shorter', () => {
    opened.editor.setMarks([mark(99), mark(0, {column: 400})]);
    expect(opened.root.querySelectorAll('[class*=cm-lint]').length).to.be.greaterThan(0);
  });
});
