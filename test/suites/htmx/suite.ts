/** The suite of htmx itself. */
import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {run} from '../../../src/build/command.js';
import {readFiles, replaceFolder} from '../../../src/build/files.js';
import {CACHE} from '../../../src/build/paths.js';
import {say} from '../../../src/build/progress.js';
import type {Suite} from '../suite.js';
import {siteFiles} from '../site.js';
import {HTMX_DIFFERENCES} from './differences.js';

/** What its page takes from `node_modules`, by package. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  chai: ['chai.js'],
  'chai-dom': ['chai-dom.js'],
  mocha: ['mocha.js', 'mocha.css'],
  sinon: ['pkg/sinon.js'],
  'mock-socket': ['dist/mock-socket.js'],
};

/** Its tests take about ten seconds. */
const PATIENCE = 180_000;

export const HTMX: Suite = {
  name: 'htmx',
  repository: 'https://github.com/bigskysoftware/htmx.git',
  commit: '4dd2685fbed0b3985f0475756f1d79b0c9ad5686',
  engines: ['chromium', 'firefox'],
  paths: ['package.json', 'src', 'test'],
  passed: 'passed',
  bar: 0.98,
  differences: HTMX_DIFFERENCES,
  pages: () => Promise.resolve([{path: '/test/index.html', patience: PATIENCE}]),
  async site(checkout) {
    const files: Record<string, Uint8Array> = {};
    for (const folder of ['src', 'test']) {
      for (const {path, content} of await readFiles(join(checkout, folder))) {
        files[`www/${folder}/${path}`] = content;
      }
    }
    const modules = await install(checkout);
    for (const [name, paths] of Object.entries(SCRIPTS)) {
      for (const path of paths) {
        files[`www/node_modules/${name}/${path}`] = await readFile(join(modules, name, path));
      }
    }
    const mocha = 'www/node_modules/mocha/mocha.js';
    const report = await readFile(join(import.meta.dirname, 'site', 'report.js'));
    files[mocha] = Buffer.concat([files[mocha] ?? Buffer.of(), report]);
    files['www/blank.html'] = Buffer.from('<!doctype html><title>Nothing yet</title>');
    return siteFiles(import.meta.dirname, files);
  },
};

/** The versions that its own package asks for. */
async function install(checkout: string): Promise<string> {
  const folder = join(CACHE, 'suites', 'htmx', 'packages');
  if (existsSync(folder)) return join(folder, 'node_modules');
  const {devDependencies} = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  const packages = Object.keys(SCRIPTS).map(name => `${name}@${devDependencies[name] ?? 'latest'}`);
  say(`Installing ${packages.join(', ')} …`);
  await replaceFolder(folder, async draft => {
    await writeFile(join(draft, 'package.json'), '{"private": true}');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', ['install', ...options, ...packages], {cwd: draft});
  });
  return join(folder, 'node_modules');
}
