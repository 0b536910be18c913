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
