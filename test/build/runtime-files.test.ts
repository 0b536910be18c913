import assert from 'node:assert/strict';
import {join} from 'node:path';
import {it} from 'node:test';
import {build, createServer} from 'vite';
import {PYTHON} from '../../src/build/paths.js';
import {runtimeFiles} from '../../src/build/plugins/runtime-files.js';
import {buildRuntime} from '../../src/build/runtime/runtime.js';
import type {RuntimeManifest} from '../../src/protocol/runtime.js';
import {until} from '../e2e/until.js';
import {temporaryFolder} from './temporary-folder.js';

const FILES = {'index.js': `export * from 'virtual:runtime';`};

/** What a module exports when it lies at some URL. */
async function evaluate(code: string, url: string) {
  const placed = code.replaceAll('import.meta.url', JSON.stringify(url));
  return (await import(`data:text/javascript,${encodeURIComponent(placed)}`)) as {
    manifest: RuntimeManifest;
    locate: (name: string) => string;
  };
}

it('A build knows the manifest, and finds the files beside itself', async t => {
  const root = await temporaryFolder(t, FILES);
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [runtimeFiles()],
    build: {write: false, lib: {entry: 'index.js', formats: ['es'], fileName: 'index'}},
  });
  const [output] = Array.isArray(result) ? result : [result];
  assert.ok(output && 'output' in output);
  const {manifest, locate} = await evaluate(output.output[0].code, 'https://cdn.test/a/b.js');
  assert.deepEqual(manifest, await buildRuntime());
  assert.equal(locate(manifest.wasm.url), `https://cdn.test/a/runtime/${manifest.wasm.url}`);
  assert.equal(locate('https://other.test/b'), 'https://other.test/b');
});

it('The dev server knows them too, and reloads its pages when our Python changes', async t => {
  const root = await temporaryFolder(t, FILES);
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [runtimeFiles()],
    server: {middlewareMode: true, ws: false},
  });
  t.after(() => server.close());
  const read = async () => (await server.transformRequest('virtual:runtime'))?.code ?? '';
  assert.match(await read(), /"format":2/);
  assert.match(await read(), /\/@runtime\//);
  const module = server.environments.client.moduleGraph.getModuleById('\0virtual:runtime');
  assert.ok(module?.transformResult);
  const send = t.mock.method(server.ws, 'send', () => {});
  server.watcher.emit('all', 'change', join(PYTHON, 'django_playground', 'site.py'));
  await until('the page is told to reload', async () => send.mock.callCount() > 0);
  assert.deepEqual(send.mock.calls[0]?.arguments, [{type: 'full-reload'}]);
  assert.equal(module.transformResult, null, 'the old manifest is forgotten');
});
