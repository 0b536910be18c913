/** What becomes of labels whose interpreters end well, crash, hang, or never begin. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {describe, it} from 'node:test';
import {temporaryFolder} from '../build/temporary-folder.js';
import {compare, compareWithList} from './comparison.js';
import {Differences} from './differences.js';
import {resultsFile, runLabels} from './labels.js';
import {readResults, type Result} from './results.js';
import type {Side} from './sides.js';

/** Stands for an interpreter: each label is a story, told in lines. */
const INTERPRETER = `
import {appendFileSync, existsSync, readFileSync} from 'node:fs';
const [label, file] = process.argv.slice(2);
const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
const run = (id, how) => {
  if (known.includes('"id":"' + id + '"')) return;
  appendFileSync(file, JSON.stringify({start: id}) + '\\n');
  how?.();
  appendFileSync(file, JSON.stringify({id, outcome: 'passed', seconds: 0, why: ''}) + '\\n');
};
const stories = {
  sound: () => run('sound.a'),
  crash: () => {
    run('crash.a');
    run('crash.b', () => { console.error('last words'); process.exit(3); });
    run('crash.c');
  },
  hang: () => {
    run('hang.a', () => { for (;;); });
    run('hang.b');
  },
  broken: () => process.exit(4),
};
stories[label]();
appendFileSync(file, '{"end":true}\\n');
`;

function result(id: string, outcome: Result['outcome'], why = ''): [string, Result] {
  return [id, {id, outcome, seconds: 0, why}];
}

describe('labels', () => {
  it('cost one test where an interpreter crashes or hangs', async test => {
    const folder = await temporaryFolder(test, {'interpreter.mjs': INTERPRETER});
    const side: Side = {
      title: 'a stand-in',
      folder: join(folder, 'results'),
      program: process.execPath,
      environment: {...process.env},
      args: (label, path) => [join(folder, 'interpreter.mjs'), label, path],
    };
    const labels = ['sound', 'crash', 'hang', 'broken'];
    const work = {side, labels, processes: 2, patience: 8000};
    await runLabels({...work, resume: false});
    const outcomes: Record<string, Record<string, string>> = {};
    for (const label of labels) {
      const {tests, complete} = await readResults(resultsFile(side, label));
      assert.ok(complete, label);
      outcomes[label] = Object.fromEntries([...tests].map(([id, {outcome}]) => [id, outcome]));
    }
    assert.deepEqual(outcomes, {
      sound: {'sound.a': 'passed'},
      crash: {'crash.a': 'passed', 'crash.b': 'failed', 'crash.c': 'passed'},
      hang: {'hang.a': 'failed', 'hang.b': 'passed'},
      broken: {broken: 'failed'},
    });
    const crash = await readResults(resultsFile(side, 'crash'));
    assert.match(crash.tests.get('crash.b')?.why ?? '', /ended with 3[^]*last words/);
    const hang = await readResults(resultsFile(side, 'hang'));
    assert.match(hang.tests.get('hang.a')?.why ?? '', /Nothing happened for 8 s/);

    const before = await readFile(resultsFile(side, 'sound'), 'utf8');
    await runLabels({...work, resume: true});
    assert.equal(await readFile(resultsFile(side, 'sound'), 'utf8'), before);
  });
});

describe('a comparison', () => {
  const known = new Differences([
    {name: 'sockets', reason: 'There are none.', tests: ['a.Known.one', 'a.AllOfIt']},
    {name: 'time', reason: 'It varies.', tests: ['a.Varies'], sometimes: true},
  ]);
  const there = new Map([
    result('a.New.one', 'passed'),
    result('a.Known.one', 'passed'),
    result('a.AllOfIt.one', 'passed'),
    result('a.AllOfIt.two', 'passed'),
    result('a.Broken.one', 'passed'),
    result('a.Varies.one', 'passed'),
    result('a.Fails.one', 'failed'),
    result('a.Skipped.one', 'skipped'),
  ]);
  const here = new Map([
    result('a.New.one', 'skipped', 'not here'),
    result('a.Known.one', 'failed', 'no socket'),
    result('a.AllOfIt.one', 'failed', 'no socket'),
    result('a.AllOfIt.two', 'passed'),
    result('setUpClass (a.Broken)', 'failed', 'no class'),
    result('a.Varies.one', 'passed'),
    result('a.Fails.one', 'failed'),
    result('a.Skipped.one', 'passed'),
  ]);

  it('tells what is new, what is listed and what has improved', () => {
    const {expected, passed, differences, improved} = compare(there, here, known);
    assert.deepEqual([expected, passed], [6, 2]);
    assert.deepEqual(
      differences.map(({id, why, group}) => [id, why, group?.name]),
      [
        ['a.New.one', 'skipped: not here', undefined],
        ['a.Known.one', 'failed: no socket', 'sockets'],
        ['a.AllOfIt.one', 'failed: no socket', 'sockets'],
        ['a.Broken.one', 'not run: no class', undefined],
      ],
    );
    assert.deepEqual(improved, ['a.AllOfIt.two']);
  });

  it('goes by the list alone where there is no CPython', () => {
    const {differences, improved} = compareWithList(here, known);
    const news = differences.filter(({group}) => !group).map(({id}) => id);
    assert.deepEqual(news, ['setUpClass (a.Broken)', 'a.Fails.one']);
    assert.deepEqual(improved, ['a.AllOfIt.two']);
  });

  it('has a list in which no test is named twice, and a reason for each group', async () => {
    const {groups} = await Differences.read();
    const tests = groups.flatMap(group => group.tests);
    assert.equal(new Set(tests).size, tests.length);
    assert.ok(groups.every(({reason}) => reason.endsWith('.')));
  });
});
