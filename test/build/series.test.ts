import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {run} from '../../src/build/command.js';
import {requirementsFile} from '../../src/build/distribution/requirements.js';
import {ROOT} from '../../src/build/paths.js';
import {DEFAULT_SERIES, SERIES} from '../../src/build/series.js';

const NAMED = 'src/build/series.ts';

/** Where authors read which there are. */
const GUIDE = 'demo/guide/tag.md';

/** All that runs, and all that runs each series. */
const CODE = [
  'src/*.ts',
  'src/*.mjs',
  'python/django_playground/*.py',
  'test/setup/*.ts',
  'test/python/*.mjs',
  'test/project/*.ts',
  'test/django/*.ts',
  'test/bench/*.ts',
];

void describe('Django’s series', () => {
  it('are named in one file', async () => {
    const paths = (await run('git', ['ls-files', ...CODE], {cwd: ROOT})).trim().split('\n');
    const others = paths
      .filter(path => path !== NAMED && existsSync(join(ROOT, path)))
      .filter(path => names(readFileSync(join(ROOT, path), 'utf8')));
    assert.ok(paths.includes(NAMED), 'The files are listed by other names than is thought here.');
    assert.deepEqual(others, [], `They name a series that only ${NAMED} should name.`);
  });

  it('have their packages pinned, and are said to readers', () => {
    const guide = readFileSync(join(ROOT, GUIDE), 'utf8');
    const [row = ''] = /^\| `django` .*$/m.exec(guide) ?? [];
    for (const series of SERIES) {
      assert.ok(row.includes(`\`${series}\``), `${GUIDE} does not have Django ${series}: ${row}`);
      assert.match(readFileSync(requirementsFile(series), 'utf8'), /^Django==.* --hash=sha256:/m);
    }
    assert.ok(row.includes(`\`${DEFAULT_SERIES}\` (the default)`), row);
  });
});

/** Whether a text has a series in quotes or as a key, e.g. of what differs between them. */
function names(text: string): boolean {
  return SERIES.some(series => {
    const version = series.replace('.', '\\.');
    return new RegExp(`['"]${version}['"]|[{\\s,]${version}:`).test(text);
  });
}
