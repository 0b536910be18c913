/** The package as npm has it: what is in it, its types, and a project that Vite builds with it. */
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {before, it} from 'node:test';
import {build} from 'vite';
import {run} from '../../src/build/command.js';
import {integrity} from '../../src/build/hash.js';
import {runTool} from '../../src/build/tool.js';
import type {RuntimeManifest} from '../../src/protocol/runtime.js';
import {findBrowser} from '../setup/browsers.js';
import {Project} from './project.js';
import {visit} from './visit.js';

const browser = findBrowser('chromium');

let project: Project;

before(async () => {
  project = await Project.make('vite');
});

it('Everything that the package says it has is in it', async () => {
  const folder = join(project.folder, 'node_modules', 'django-playground');
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>;
    customElements: string;
    'web-types': string;
  };
  const named = Object.values(manifest.exports).flatMap(each => Object.values([each].flat()));
  const paths = named.flatMap(each => (typeof each === 'string' ? each : Object.values(each)));
  const others = ['LICENSE', 'README.md', 'dist/licences.txt', 'dist/vscode.html-custom-data.json'];
  const wanted = [...paths, manifest.customElements, manifest['web-types'], ...others];
  const missing = wanted.filter(path => !path.includes('*') && !existsSync(join(folder, path)));
  assert.deepEqual(missing, []);
  const data = await readFile(join(folder, 'dist/vscode.html-custom-data.json'), 'utf8');
  assert.match(data, /"superuser"/);
});

it('Its hashes are those of its modules', async () => {
  const dist = join(project.folder, 'node_modules', 'django-playground', 'dist');
  const map = JSON.parse(await readFile(join(dist, 'integrity.json'), 'utf8')) as {
    integrity: Record<string, string>;
  };
  const modules = (await readdir(dist)).filter(name => name.endsWith('.js'));
  const hashes = modules.map(async name => [
    `./${name}`,
    integrity(await readFile(join(dist, name))),
  ]);
  assert.deepEqual(map.integrity, Object.fromEntries(await Promise.all(hashes)));
});

it('Its types hold', async () => {
  await runTool('typescript/bin/tsc', ['--project', project.folder]);
});

it('Node imports its plugins', async () => {
  const program = `
    for (const name of ['markdown-it', 'rehype', 'remark']) {
      const {default: plugin} = await import('django-playground/' + name);
      console.log(plugin.name);
    }`;
  const args = ['--input-type=module', '--eval', program];
  assert.equal(
    await run(process.execPath, args, {cwd: project.folder}),
    'djangoPlayground\nrehypeDjangoPlayground\nremarkDjangoPlayground\n',
  );
});

it('Vite builds a page with it', {skip: !browser && 'there is no Chromium'}, async () => {
  await build({
    root: project.folder,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      outDir: join(project.site, 'assets'),
      rolldownOptions: {
        input: join(project.folder, 'main.js'),
        output: {entryFileNames: '[name].js'},
      },
    },
  });
  if (browser) await visit(project.site, browser);
});

/** What makes a wheel of the sources beside it, with nothing that would have to be installed. */
const BACKEND = `
from pathlib import Path
from zipfile import ZipFile

METADATA = "Metadata-Version: 2.1\\nName: my-notes\\nVersion: 1.0\\n"

def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = "my_notes-1.0-py3-none-any.whl"
    with ZipFile(Path(folder, name), "w") as wheel:
        wheel.write("my_notes.py")
        wheel.writestr("my_notes-1.0.dist-info/METADATA", METADATA)
        wheel.writestr("my_notes-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr("my_notes-1.0.dist-info/RECORD", "")
    return name
`;

const OWN_PAGE = `<!doctype html>
<title>A page with a playground of its own</title>
<link rel="icon" href="data:,">
<django-playground>
  <script type="text/x-django" path="views.py">
import django
import my_notes
from django.http import HttpResponse

def index(request):
    return HttpResponse(f"{my_notes.TEXT} {django.__version__}")
  </script>
</django-playground>
<script type="module" src="playground/django-playground.js"></script>`;

it('Its command makes a playground with a package of one’s own', async t => {
  await project.write('notes/my_notes.py', 'TEXT = "It works"\n');
  await project.write('notes/backend.py', BACKEND);
  await project.write(
    'notes/pyproject.toml',
    '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
  );
  await project.write('own/index.html', OWN_PAGE);
  const options = ['--django', '6.1', '--with', './notes', '--out', 'own/playground'];
  await project.runTool('django-playground', 'build', ...options);
  const folder = join(project.folder, 'own');
  const text = await readFile(join(folder, 'playground/runtime/manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as RuntimeManifest;
  assert.deepEqual(Object.keys(manifest.series), ['6.1']);
  const packages = manifest.series['6.1']?.packages.map(({name}) => name) ?? [];
  assert.ok(packages.includes('django') && packages.includes('my-notes'), packages.join());
  if (!browser) return t.skip('there is no Chromium');
  await visit(folder, browser);
});

it('Its command says what is wrong', async () => {
  await fails(/--out is missing/, 'build');
  await fails(/is no command/, 'make');
  await fails(/no Django 1.0; there is 5.2, 6.1/, 'build', '--django', '1.0', '--out', 'own/other');
  await fails(/no \.\/nothing\.whl/, 'build', '--with', './nothing.whl', '--out', 'own/other');
  await fails(/is not empty/, 'build', '--out', '.');
});

function fails(words: RegExp, ...args: string[]): Promise<void> {
  return assert.rejects(
    project.runTool('django-playground', ...args),
    ({output}: {output: string}) => words.test(output),
  );
}
