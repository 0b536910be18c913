import {expect} from 'chai';
import {carryOver} from '../../src/chain/index.js';
import type {Patch, ProjectFile} from '../../src/protocol/project.js';

const file = (path: string, content = `# ${path}\n`): ProjectFile => ({path, content});

const patchOf = (files: readonly ProjectFile[], removed: readonly string[] = []): Patch => ({
  files,
  removed,
});

describe('carryOver', () => {
  it('brings along what the reader changed, made and deleted', () => {
    const files = [file('a.py'), file('b.py'), file('c.py')];
    const saved = {
      edits: {'a.py': '# mine\n', 'new.py': '# new\n'},
      bytes: [{path: 'dot.png', content: new Uint8Array([0, 1])}],
      removed: ['b.py'],
      order: ['new.py', 'a.py'],
    };
    expect(carryOver(saved, patchOf([file('c.py')]), files)).to.deep.equal({
      files: saved,
      conflicts: [],
    });
  });

  it('keeps both versions of what the step replaces', () => {
    const saved = {edits: {'polls/views.py': '# mine\n'}};
    const files = [file('polls/views.py', '# step\n')];
    expect(carryOver(saved, patchOf(files), files)).to.deep.equal({
      files: {edits: {'polls/views.mine.py': '# mine\n'}},
      conflicts: [{path: 'polls/views.py', mine: 'polls/views.mine.py'}],
    });
  });

  it('keeps what the reader changed of a file that the step deletes', () => {
    const saved = {edits: {Makefile: 'mine'}};
    expect(carryOver(saved, patchOf([], ['Makefile']), [])).to.deep.equal({
      files: {edits: {'Makefile.mine': 'mine'}},
      conflicts: [{path: 'Makefile', mine: 'Makefile.mine'}],
    });
  });

  it('has nothing to choose where the reader wrote what the step brings', () => {
    const saved = {edits: {'views.py': 'a = 1  \nb = 2'}, removed: ['urls.py']};
    const files = [file('views.py', 'a = 1\nb = 2\n'), file('urls.py')];
    expect(carryOver(saved, patchOf(files), files)).to.deep.equal({
      files: {edits: {}},
      conflicts: [],
    });
  });

  it('takes no name that is taken', () => {
    const saved = {edits: {'a.b/views.py': '1', 'a.b/views.mine.py': '2'}};
    const files = [file('a.b/views.py'), file('a.b/views.mine2.py')];
    const {conflicts} = carryOver(saved, patchOf([files[0]!]), files);
    expect(conflicts).to.deep.equal([{path: 'a.b/views.py', mine: 'a.b/views.mine3.py'}]);
  });
});
