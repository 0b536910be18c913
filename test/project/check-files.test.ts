import {assert} from 'chai';
import {PlaygroundError, type FailureCode} from '../../src/protocol/failure.js';
import {checkFiles} from '../../src/project/index.js';

const files = (...paths: string[]) => paths.map(path => ({path, content: ''}));

function failure(...paths: string[]): PlaygroundError {
  try {
    checkFiles(files(...paths));
  } catch (error) {
    if (error instanceof PlaygroundError) return error;
    throw error;
  }
  throw new Error(`No complaint about ${JSON.stringify(paths)}.`);
}

describe('checkFiles', () => {
  it('brings paths into normal form and keeps the rest', () => {
    assert.deepEqual(checkFiles([{path: './polls/./views.py', content: 'a', hidden: true}]), [
      {path: 'polls/views.py', content: 'a', hidden: true},
    ]);
  });

  it('lets through whatever a file may be called', () => {
    const paths = ['a b.txt', 'été/ü.html', '.env', '..a/b', 'a..py', 'c:d'.slice(1)];
    assert.deepEqual(
      checkFiles(files(...paths)).map(file => file.path),
      paths,
    );
  });

  const bad: [code: FailureCode, paths: string[], parts: string[]][] = [
    ['no-files', [], ['no files', 'path="views.py"']],
    ['file-without-path', ['a.py', ''], ['File 2', 'path="polls/views.py"']],
    ['bad-path', ['/etc/passwd'], ['"/etc/passwd"', 'absolute', 'path="etc/passwd"']],
    ['bad-path', ['C:/a.py'], ['absolute', 'path="a.py"']],
    ['bad-path', ['c:\\a.py'], ['absolute', 'path="a.py"']],
    ['bad-path', ['../a.py'], ['climbs out', 'path="a.py"']],
    ['bad-path', ['polls/../../a.py'], ['climbs out', 'path="polls/a.py"']],
    ['bad-path', ['polls/..'], ['climbs out']],
    ['bad-path', ['..'], ['climbs out', 'path="polls/views.py"']],
    ['bad-path', ['polls\\views.py'], ['backslash', 'path="polls/views.py"']],
    ['bad-path', ['a\0.py'], ['control character', '"a\\u0000.py"', 'path="a.py"']],
    ['bad-path', ['a\n.py'], ['control character']],
    ['bad-path', ['polls//views.py'], ['empty part', 'path="polls/views.py"']],
    ['bad-path', ['polls/'], ['names a folder']],
    ['bad-path', ['.'], ['empty part']],
    ['duplicate-path', ['a.py', 'b.py', './a.py'], ['“a.py”', 'path="a.py"']],
    ['bad-path', ['polls', 'polls/views.py'], ['“polls”', '“polls/views.py”']],
    ['bad-path', ['a/b/c', 'a/b'], ['“a/b”', '“a/b/c”']],
  ];
  for (const [code, paths, parts] of bad) {
    it(`refuses ${JSON.stringify(paths)}`, () => {
      const {code: actual, message} = failure(...paths);
      assert.equal(actual, code);
      for (const part of parts) assert.include(message, part);
    });
  }
});
