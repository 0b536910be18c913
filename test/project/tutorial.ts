/**
 * The tutorial under CPython, as somebody does it at home: every part's files over those of the
 * part before, its commands through `manage.py`, its pages. `node --import=tsx --test
 * test/project/tutorial.ts`, once the runtime is built.
 */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import parseArgs from 'string-argv';
import {DEFAULT_SERIES} from '../../src/build/series.js';
import type {Step} from '../../src/chain/index.js';
import {checkFiles, completeProject, toStoredFiles} from '../../src/project/index.js';
import {findPython, serveFolder, type Python} from './parity/cpython-site.js';
import {Visitor} from './parity/visitor.js';
import {commandsAt, readSteps, referencesAt, type Reference} from './tutorial/pages.js';
import {VISITS} from './tutorial/visits.js';

/** The step whose test is meant to fail. */
const FAILING = 'tests';

const steps = await readSteps();
const python = await findPython(DEFAULT_SERIES);

void describe('the tutorial', () => {
  it('goes through eight parts', () => {
    const parts = new Set(steps.map(({page}) => page));
    assert.equal(parts.size, 8);
    const ids = new Set(steps.map(({element}) => element.id));
    const visited = Object.keys(VISITS).filter(id => !ids.has(id));
    assert.deepEqual(visited, [], 'visits of steps that do not exist');
  });

  it('points at lines that are what the prose says', () => {
    for (const step of steps) {
      for (const reference of referencesAt(step)) {
        const file = step.files.find(({path}) => path === reference.path);
        const line = String(file?.content).split('\n')[reference.line - 1] ?? '';
        assert.ok(
          isMeant(reference, line),
          `${step.element.id}: line ${reference.line} of ${reference.path}: ${line}`,
        );
      }
    }
  });

  void describe('under CPython', {skip: python ? false : 'there is no Python here'}, () => {
    let folder: string;
    before(async () => void (folder = await mkdtemp(join(tmpdir(), 'tutorial-'))));
    after(() => rm(folder, {recursive: true}));
    let brokenAt: string | undefined;
    for (const step of steps) {
      it(step.element.id, async () => {
        assert.equal(brokenAt, undefined, `Not reached: “${brokenAt}” failed.`);
        brokenAt = step.element.id;
        await follow(step, folder, python!);
        brokenAt = undefined;
      });
    }
  });
});

/** A line that is said to be something holds it; any other one is not empty. */
function isMeant({code}: Reference, line: string): boolean {
  return code === undefined ? line.trim() !== '' : line.includes(code);
}

/** Do a step in the folder where those before it were done. */
async function follow(step: Step, folder: string, {command, env}: Python): Promise<void> {
  const project = completeProject(checkFiles(step.files));
  for (const {path, content} of toStoredFiles(project)) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), content);
  }
  const manage = async (args: readonly string[], password = ''): Promise<void> => {
    const {failed, printed} = await new Promise<{failed: boolean; printed: string}>(resolve => {
      const options = {cwd: folder, env: {...env, DJANGO_SUPERUSER_PASSWORD: password}};
      execFile(command, ['manage.py', ...args], options, (error, stdout, stderr) =>
        resolve({failed: error !== null, printed: stdout + stderr}),
      );
    });
    const shouldFail = step.element.id === FAILING && args[0] === 'test';
    assert.equal(failed, shouldFail, `${args.join(' ')}\n${printed}`);
    if (shouldFail) assert.match(printed, /FAIL: test_a_book_that_is_back_is_in_time/);
    if (shouldFail) assert.match(printed, /failures=1/);
  };
  const [name, password] = step.element.getAttribute('superuser')?.split(':') ?? [];
  if (name !== undefined) {
    const address = ['--username', name, '--email', `${name}@example.com`];
    await manage(['createsuperuser', '--noinput', ...address], password);
  }
  for (const line of commandsAt(step)) await manage(parseArgs(line));
  await visit(step, folder, project.settingsModule, {command, env});
}

async function visit(
  {element}: Step,
  folder: string,
  settingsModule: string,
  using: Python,
): Promise<void> {
  const visits = VISITS[element.id];
  if (!visits) return;
  const site = await serveFolder(folder, settingsModule, using, {data: 'given'});
  try {
    const visitor = new Visitor(site);
    for (const each of visits) {
      const {status, headers, body} = await visitor.make(each);
      const page = Buffer.from(body).toString();
      assert.equal(status, each.status, `${each.path}\n${page.slice(0, 2000)}`);
      assert.ok(page.includes(each.contains ?? ''), `“${each.contains}” in ${each.path}\n${page}`);
      const location = headers.find(([key]) => key.toLowerCase() === 'location')?.[1];
      if (each.location !== undefined) assert.equal(location, each.location);
    }
  } finally {
    assert.doesNotMatch(await site.close(), /Traceback|Error:/);
  }
}
