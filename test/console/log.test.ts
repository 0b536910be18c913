import {assert} from 'chai';
import {findFiles} from '../../src/console/file-links.js';
import {History} from '../../src/console/history.js';
import {ConsoleLog} from '../../src/element/console-log.js';
import {countTests} from '../../src/element/test-counts.js';

const TRACEBACK = `Traceback (most recent call last):
  File "/project/polls/views.py", line 5, in index
    nothing
  File "/lib/django/x.py", line 9, in y
NameError: nothing`;

describe('the log', () => {
  it('links the lines of the project in a traceback, and no others', () => {
    const links = findFiles(TRACEBACK).filter(({path}) => path !== undefined);
    assert.deepEqual(links, [
      {text: 'File "/project/polls/views.py", line 5', path: '/project/polls/views.py', line: 5},
    ]);
    assert.equal(
      findFiles(TRACEBACK)
        .map(({text}) => text)
        .join(''),
      TRACEBACK,
    );
  });

  it('puts pieces of output together, and keeps what is newest', () => {
    const log = new ConsoleLog();
    for (const text of ['one', ' line\n']) log.add({kind: 'output', stream: 'stdout', text});
    log.add({kind: 'output', stream: 'stderr', text: 'x\n', level: 'error'});
    assert.deepEqual(
      log.entries.map(entry => 'text' in entry && entry.text),
      ['one line\n', 'x\n'],
    );
    for (let count = 0; count < 3000; count++) log.add({kind: 'note', text: `${count}`});
    assert.isAtMost(log.entries.length, 1000);
    assert.deepEqual(log.entries.at(-1), {kind: 'note', text: '2999'});
    for (let count = 0; count < 100; count++) {
      log.add({kind: 'output', stream: 'stdout', text: `${'x'.repeat(9999)}\n`});
    }
    assert.isAtMost(
      log.entries.map(entry => ('text' in entry ? entry.text : '')).join('').length,
      200_000,
    );
  });

  it('counts tests', () => {
    const cases: [string, unknown][] = [
      ['Ran 3 tests in 0.1s\n\nOK\n', {passed: 3, failed: 0, skipped: 0}],
      [
        'Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=2, skipped=1)\n',
        {passed: 1, failed: 3, skipped: 1},
      ],
      ['no such thing', undefined],
    ];
    for (const [output, expected] of cases) {
      assert.deepEqual<unknown>(countTests(['test'], output), expected);
      assert.isUndefined(countTests(['check'], output));
    }
  });
});

describe('History', () => {
  it('goes back and forth, and comes back to what was being written', () => {
    const history = new History();
    for (const line of ['one', 'two', 'two', ' ']) history.add(line);
    assert.equal(history.go(-1, 'draft'), 'two');
    assert.equal(history.go(-1, 'two'), 'one');
    assert.isUndefined(history.go(-1, 'one'));
    assert.equal(history.go(1, 'one'), 'two');
    assert.equal(history.go(1, 'two'), 'draft');
    assert.isUndefined(history.go(1, 'draft'));
  });
});
