/**
 * The same project, written to a folder as files, runs under CPython and gives byte for byte the
 * pages that it gives in the interpreter, but for tokens. `node --import=tsx --test
 * test/project/parity.ts`, once the runtime is built.
 */
import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {DEFAULT_SERIES, SERIES} from '../../src/build/series.js';
import {checkFiles, completeProject} from '../../src/project/index.js';
import type {Project, ProjectFile} from '../../src/protocol/project.js';
import {findPython, serveOnCpython, startProject, type Python} from './parity/cpython-site.js';
import {readDemo} from './parity/demo-sites.js';
import {serveInInterpreter} from './parity/interpreter-site.js';
import {LOGIN, SAMPLE_SITES} from './parity/sample-sites.js';
import type {Site} from './parity/site.js';
import {Visitor, withoutTokens, type Step} from './parity/visitor.js';
import {readProject} from './projects/read.js';
import {PROJECT_VISITS} from './projects/visits.js';
import {DEMO_STEPS} from './parity/demo-steps.js';

/** Headers that are the same on both sides. */
const COMPARED = [
  'content-type',
  'content-language',
  'content-disposition',
  'location',
  'vary',
  'x-frame-options',
  'x-robots-tag',
];

interface Comparison {
  readonly files: readonly ProjectFile[];
  readonly steps: readonly Step[];
  readonly superuser?: string | undefined;
}

/** Make the same visit on both sides, and compare what comes back at each step. */
async function compare(python: Python, series: string, comparison: Comparison): Promise<Project> {
  const {files, steps, superuser} = comparison;
  const project = completeProject(checkFiles(files));
  const sites = [
    await serveOnCpython(project, python, {superuser}),
    await serveInInterpreter(project, {series, superuser}),
  ] as const;
  try {
    await visit(sites, steps);
  } finally {
    const [printed] = await Promise.all(sites.map(site => site.close()));
    assert.deepEqual(complaints(printed ?? ''), []);
  }
  return project;
}

/** What Django complains about, but for files that it serves itself under ASGI. */
function complaints(printed: string): string[] {
  return printed
    .split('\n')
    .filter(line => /Traceback|Warning:/.test(line) && !line.includes('StreamingHttpResponse'));
}

async function visit([one, other]: readonly [Site, Site], steps: readonly Step[]): Promise<void> {
  const [expecting, comparing] = [new Visitor(one), new Visitor(other)];
  for (const step of steps) {
    const {path, status, location, contains = ''} = step;
    const what = `${step.fields ? 'POST' : 'GET'} ${path}`;
    const [expected, actual] = [await expecting.make(step), await comparing.make(step)];
    const page = withoutTokens(expected.body);
    assert.equal(expected.status, status, `${what}\n${page.slice(0, 2000)}`);
    if (location !== undefined) assert.equal(header(expected, 'location'), location, what);
    assert.ok(Buffer.from(page, 'latin1').toString().includes(contains), `${what}\n${page}`);

    assert.equal(actual.status, expected.status, what);
    for (const name of COMPARED) {
      assert.equal(header(actual, name), header(expected, name), `${name} of ${what}`);
    }
    assert.deepEqual(cookies(actual), cookies(expected), `cookies of ${what}`);
    assert.equal(withoutTokens(actual.body), page, what);
  }
}

/** What cookies are set, without what is new each time. */
function cookies({headers}: {headers: readonly (readonly [string, string])[]}): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => value.replace(/=[^;]*/, '').replace(/expires=[^;]*;? */i, ''));
}

function header(response: {headers: readonly (readonly [string, string])[]}, name: string) {
  return response.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

for (const series of SERIES) {
  const python = await findPython(series);
  const skip = python ? false : `there is no Python here for Django ${series}, or it was not built`;
  const test = (name: string, run: (python: Python) => Promise<void>) =>
    void it(name, {skip}, async () => {
      if (python) await run(python);
    });

  void describe(`Django ${series} under CPython and in the interpreter`, () => {
    for (const [page, sites] of Object.entries(DEMO_STEPS)) {
      for (const [index, {steps, superuser}] of sites.entries()) {
        test(`the demo's ${page}, site ${index + 1}`, async found => {
          const files = (await readDemo(page))[index];
          assert.ok(files, 'The page has fewer playgrounds than expected.');
          await compare(found, series, {files, steps, superuser});
        });
      }
    }
    test('a project as startproject and startapp lay it out', async found => {
      const files = await newProject(found, 'tutorial', 'polls', 'news');
      const steps: Step[] = [
        ...LOGIN,
        {path: '/static/admin/css/base.css', status: 200},
        {path: '/', status: 200, contains: 'The install worked successfully!'},
      ];
      const {supplied, notes} = await compare(found, series, {
        files,
        steps,
        superuser: 'admin:admin',
      });
      assert.deepEqual(
        supplied.map(file => file.path),
        ['tutorial/settings.py'],
      );
      assert.match(notes.join(), /does not list news, polls in INSTALLED_APPS/);
    });
    for (const [name, steps] of series === DEFAULT_SERIES ? Object.entries(PROJECT_VISITS) : []) {
      test(`the project “${name}”`, async found => {
        await compare(found, series, {files: await readProject(name), steps});
      });
    }
    for (const {name, files, ...visit_} of series === DEFAULT_SERIES ? SAMPLE_SITES : []) {
      test(name, async found => {
        const given = Object.entries(files).map(([path, content]) => ({path, content}));
        await compare(found, series, {files: given, ...visit_});
      });
    }
  });
}

/** The files of a new project, as Django makes them. */
async function newProject(python: Python, ...names: [string, ...string[]]): Promise<ProjectFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'startproject-'));
  try {
    await startProject(python, folder, ...names);
    const entries = await readdir(folder, {recursive: true, withFileTypes: true});
    return await Promise.all(
      entries
        .filter(entry => entry.isFile())
        .map(async entry => {
          const path = join(entry.parentPath, entry.name);
          return {path: path.slice(folder.length + 1), content: await readFile(path, 'utf8')};
        }),
    );
  } finally {
    await rm(folder, {recursive: true});
  }
}
