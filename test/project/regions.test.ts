import {expect} from 'chai';
import {findRegions, readRegions} from '../../src/project/regions.js';
import {PlaygroundError} from '../../src/protocol/failure.js';

const read = (...lines: string[]): string[] =>
  readRegions('a.py', lines.join('\n')).map(({kind, from, to}) => `${kind} ${from}-${to}`);

function messageOf(...lines: string[]): string {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof PlaygroundError && error.code === 'bad-region') return error.message;
    throw error;
  }
  throw new Error('Nothing was wrong with it.');
}

describe('regions of a file', () => {
  it('are marked in the comments of each language', () => {
    for (const [open, close] of [
      ['# ', ''],
      ['{# ', ' #}'],
      ['<!-- ', ' -->'],
      ['/* ', ' */'],
      ['// ', ''],
      ['-- ', ''],
      ['    #', ''],
    ]) {
      const marker = (name: string): string => `${open}playground-${name}${close}`;
      expect(read('a', marker('readonly'), 'b', marker('readonly-end'), 'c'), open).to.deep.equal([
        'readonly 2-4',
      ]);
    }
  });

  it('are read-only or folded, and stand one after the other', () => {
    expect(
      read(
        '# playground-fold',
        'import os',
        '# playground-fold-end',
        '# playground-readonly',
        'x = 1',
        '# playground-readonly-end',
      ),
    ).to.deep.equal(['fold 1-3', 'readonly 4-6']);
  });

  it('run to the end of the file where they are not closed, whatever ends its lines', () => {
    expect(read('a', '# playground-fold', 'b', '')).to.deep.equal(['fold 2-4']);
    expect(readRegions('a.py', '# playground-fold\r\nb\rc')).to.deep.equal([
      {kind: 'fold', from: 1, to: 3},
    ]);
  });

  it('are not what merely speaks of them', () => {
    expect(
      read('print("# playground-fold")', 'x = 1  # playground-fold', '# playground-folded'),
    ).to.deep.equal([]);
  });

  it('do not lie within each other: the author is told where and what to do', () => {
    const message = messageOf('# playground-fold', '# playground-readonly');
    expect(message).to.include('Line 2 of a.py').and.to.include('line 1');
    expect(message).to.include('playground-fold-end');
  });

  it('are closed as they were opened: the author is told otherwise', () => {
    expect(messageOf('# playground-fold', '# playground-readonly-end')).to.include(
      'playground-fold-end',
    );
    expect(messageOf('x', '# playground-fold-end')).to.include('nothing opened');
    expect(findRegions('a.py', '# playground-fold-end')).to.deep.equal([]);
  });
});
