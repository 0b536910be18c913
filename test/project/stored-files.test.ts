import {assert} from 'chai';
import {toStoredFiles} from '../../src/project/index.js';

describe('toStoredFiles', () => {
  it('encodes text as UTF-8 and leaves bytes alone', () => {
    const bytes = Uint8Array.of(0xff);
    const stored = toStoredFiles({
      files: [
        {path: 'a.txt', content: 'é'},
        {path: 'b.bin', content: bytes},
        {path: 'c.py', storedAs: 'app/c.py', content: ''},
      ],
      supplied: [{path: 'a.txt', content: 'b'}],
      settingsModule: 'mysite.settings',
      notes: [],
    });
    assert.deepEqual(stored, [
      {path: 'a.txt', content: new TextEncoder().encode('b')},
      {path: 'b.bin', content: bytes},
      {path: 'app/c.py', content: new Uint8Array()},
    ]);
  });
});
