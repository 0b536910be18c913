import {undo} from '@codemirror/commands';
import {expect} from 'chai';
import {open, paste, press, type, until, type Opened} from './open.js';

const told = ({edits}: Opened): string | undefined => edits.at(-1)?.content;

describe('unusual content in the editor', () => {
  let opened: Opened | undefined;

  afterEach(() => opened?.close());

  async function openFile(path: string, content: string): Promise<Opened> {
    opened = await open([{path, content}]);
    return opened;
  }

  it('keeps Windows’ line breaks, also in what is pasted and typed', async () => {
    const file = await openFile('a.py', 'a = 1\r\nb = 2\r\n');
    expect(file.lines()).to.deep.equal(['a = 1', 'b = 2', '']);
    file.view.dispatch({selection: {anchor: 5}});
    press(file.view, 'Enter');
    paste(file.view, 'c = 3\nd = 4\r\n');
    expect(told(file)).to.equal('a = 1\r\nc = 3\r\nd = 4\r\n\r\nb = 2\r\n');
  });

  it('keeps mixed line breaks', async () => {
    const content = 'a\r\nb\nc\rd\n';
    const file = await openFile('a.txt', content);
    file.view.dispatch({selection: {anchor: 0}});
    type(file.view, 'x');
    expect(told(file)).to.equal(`x${content}`);
    file.editor.sync([{path: 'a.txt', content: 'a\nb\n'}]);
    type(file.view, 'y');
    expect(told(file)?.replace('y', '')).to.equal('a\nb\n');
  });

  it('shows NUL and other control characters, and keeps them', async () => {
    const file = await openFile('a.txt', 'a\u0000b\u202e\u200bc\ufeff\n');
    expect(file.root.querySelectorAll('.cm-specialChar')).to.have.length(4);
    file.view.dispatch({selection: {anchor: 0}});
    type(file.view, 'x');
    expect(told(file)).to.equal('xa\u0000b\u202e\u200bc\ufeff\n');
  });

  it('keeps mixed indentation, and indents as the file does', async () => {
    const tabs = await openFile('a.py', 'def a():\n\tpass\n\ndef b():\n\treturn 1\n');
    tabs.view.dispatch({selection: {anchor: 8}});
    press(tabs.view, 'Enter');
    expect(told(tabs)).to.equal('def a():\n\t\n\tpass\n\ndef b():\n\treturn 1\n');
    tabs.close();
    const mixed = await openFile('a.py', 'if a:\n\tb\n        c\n');
    mixed.view.dispatch({selection: {anchor: 5}});
    press(mixed.view, 'Enter');
    expect(told(mixed)?.split('\n').slice(2)).to.deep.equal(['\tb', '        c', '']);
  });

  it('makes comments of Django’s in templates, and takes them away', async () => {
    const content = '<p>\n  {{ a }}\n</p>\n<script>\n  b();\n</script>\n';
    const file = await openFile('templates/a.html', content);
    const isMac = /Mac/.test(navigator.platform);
    const toggle = (anchor: number, head = anchor): string | undefined => {
      file.view.dispatch({selection: {anchor, head}});
      press(file.view, '/', {[isMac ? 'metaKey' : 'ctrlKey']: true, keyCode: 191});
      return told(file);
    };
    expect(toggle(8)).to.equal(content.replace('{{ a }}', '{# {{ a }} #}'));
    expect(toggle(8)).to.equal(content);
    const commented = toggle(0, content.indexOf('<script>'));
    expect(commented).to.equal(
      `{% comment %}\n${content.replace('</p>', '</p>\n{% endcomment %}')}`,
    );
    expect(toggle(0, (commented ?? '').indexOf('\n<script>'))).to.equal(content);
    // The language of a script is there a moment later.
    await until(() => {
      const isScript = toggle(content.indexOf('b()'))?.includes('  // b();') === true;
      if (!isScript) undo(file.view);
      return isScript;
    });
  });

  it('takes a paste of 5 MB, tells of it once and undoes it', async () => {
    const file = await openFile('a.py', '# end\n');
    const text = 'x = 1  # a line of some length, as they are\n'.repeat(120_000);
    expect(text.length).to.be.greaterThan(5_000_000);
    file.view.dispatch({selection: {anchor: 0}});
    paste(file.view, text);
    expect(file.edits).to.have.length(1);
    expect(told(file)?.length).to.equal(text.length + 6);
    expect(told(file)?.endsWith('they are\n# end\n')).to.equal(true);
    undo(file.view);
    expect(told(file)).to.equal('# end\n');
  }).timeout(60_000);

  it('shows a file of one very long line, with no more than what is near drawn', async () => {
    const file = await openFile('a.json', `[${'"value", '.repeat(200_000)}0]`);
    expect(file.view.contentDOM.textContent.length).to.be.lessThan(200_000);
    file.view.dispatch({selection: {anchor: 1}});
    type(file.view, '1,');
    expect(told(file)?.startsWith('[1,"value"')).to.equal(true);
  });
});
