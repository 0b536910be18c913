/** Where no script will ever run, Sphinx writes the files as plain blocks of code. */
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {mkdir, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {CACHE} from '../../src/build/paths.js';
import {NotInstalled, writeFiles} from './generator.js';
import {runPython} from './install.js';
import {FILES} from './page.js';
import {SPHINX} from './python.js';

const FOLDER = join(CACHE, 'generators', 'degraded');

/** Where each builder writes the page, and how its text is read. */
const BUILDERS: Readonly<Record<string, (site: string) => Promise<string>>> = {
  text: site => readFile(join(site, 'rest.txt'), 'utf8'),
  man: async site =>
    (await readFile(join(site, 'playgrounds.1'), 'utf8')).replaceAll(
      /\\(\(\w\w|.)/g,
      (_, name: string) => ROFF[name] ?? name,
    ),
  latex: async site =>
    (await readFile(join(site, 'playgrounds.tex'), 'utf8'))
      .replaceAll(/\\PYG\{[\w+]*\}|[{}]/g, '')
      .replaceAll(/\\PYGZ(\w\w)/g, (_, name: string) => LATEX[name] ?? ''),
  epub: async site => {
    const book = unzipSync(await readFile(join(site, 'Playgrounds.epub')));
    const page = new TextDecoder().decode(book['rest.xhtml']);
    assert.doesNotMatch(page, /django-playground|data-path|<script/);
    return page
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '');
  },
};

/** What a man page has for characters that would be commands. */
const ROFF: Readonly<Record<string, string>> = {'(dq': '"', '(aq': "'", e: '\\', '&': ''};

/** What Pygments writes for LaTeX. */
const LATEX: Readonly<Record<string, string>> = {
  am: '&',
  at: '@',
  cb: '}',
  dl: '$',
  gt: '>',
  hy: '-',
  lt: '<',
  ob: '{',
  pc: '%',
  sh: '#',
  sq: "'",
  us: '_',
  dq: '"',
};

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"'};

void describe('Sphinx without scripts', () => {
  let missing: string | undefined;

  before(async () => {
    await rm(FOLDER, {recursive: true, force: true});
    await runPython('light', ['-c', '']).catch((error: unknown) => {
      if (!(error instanceof NotInstalled)) throw error;
      missing = error.message;
    });
  });

  for (const [builder, read] of Object.entries(BUILDERS)) {
    void it(`${builder}: every file below its path`, async t => {
      if (missing !== undefined) return t.skip(missing);
      const written = squeeze(await read(await build(builder)));
      let at = 0;
      // Twice: for each of the playgrounds.
      for (const {path, text} of [...FILES, ...FILES]) {
        for (const part of [path, text]) {
          const found = written.indexOf(squeeze(part), at);
          assert.notEqual(found, -1, `${part} does not come next in:\n${written.slice(at)}`);
          at = found + squeeze(part).length;
        }
      }
    });
  }

  void it('copies the files of the package beside the pages, and loads them where they are needed', async t => {
    if (missing !== undefined) return t.skip(missing);
    await writeFiles(join(FOLDER, 'package'), {
      'django-playground.js': '',
      'runtime/manifest.json': '{}',
      'types/index.d.ts': '',
    });
    const site = await build('html', 'django_playground_files = "../package"');
    assert.ok(existsSync(join(site, '_static/django-playground/runtime/manifest.json')));
    assert.ok(!existsSync(join(site, '_static/django-playground/types')));
    const script = /<script type="module" src="_static\/django-playground\/django-playground\.js/;
    assert.match(await readFile(join(site, 'rest.html'), 'utf8'), script);
    assert.doesNotMatch(await readFile(join(site, 'index.html'), 'utf8'), /django-playground/);
  });

  void it('writes prose that acts', async t => {
    if (missing !== undefined) return t.skip(missing);
    const page = await readFile(join(await build('dirhtml'), 'rest/index.html'), 'utf8');
    assert.match(page, /<span data-django-manage="check"><code/);
    assert.match(page, /<span data-django-path="\/"><span>the page</);
    assert.match(
      page,
      /<span data-django-file="polls\/views.py" data-django-line="3"><span>its third/,
    );
  });

  void it('warns of a file that belongs to no playground', async t => {
    if (missing !== undefined) return t.skip(missing);
    const stray = ':orphan:\n\nStray\n=====\n\n.. django-file:: stray.py\n\n   a\n';
    await assert.rejects(
      build('singlehtml', '', {'stray.rst': stray}),
      /stray\.rst:6: WARNING: stray\.py belongs to no playground/,
    );
  });

  void it('says which folder has no package', async t => {
    if (missing !== undefined) return t.skip(missing);
    await assert.rejects(
      build('dirhtml', 'django_playground_files = "nowhere"'),
      /there is no django-playground\.js in .*nowhere/,
    );
  });
});

/**
 * @param settings More lines of `conf.py`.
 * @param pages More of them.
 * @returns The folder that the builder wrote.
 */
async function build(
  builder: string,
  settings = '',
  pages: Readonly<Record<string, string>> = {},
): Promise<string> {
  const site = join(FOLDER, builder);
  await mkdir(site, {recursive: true});
  const conf = `${SPHINX['conf.py']}
copyright = "nobody"
version = "1"
suppress_warnings = ["epub.unknown_project_files"]
${settings}
`;
  const source = `${site}-source`;
  await writeFiles(source, {...SPHINX, ...pages, 'conf.py': conf});
  const options = ['-q', '-W', '-b', builder, '-d', `${site}-trees`];
  await runPython('light', ['-m', 'sphinx', ...options, source, site]);
  return site;
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
