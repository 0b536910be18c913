import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {before, it} from 'node:test';
import {unzipSync} from 'fflate';
import {integrity} from '../../src/build/hash.js';
import {RUNTIME} from '../../src/build/paths.js';
import {buildRuntime} from '../../src/build/runtime/runtime.js';
import type {RuntimeFile, RuntimeManifest} from '../../src/protocol/runtime.js';

let manifest: RuntimeManifest;

before(async () => {
  manifest = await buildRuntime();
});

const read = ({url}: RuntimeFile) => readFile(join(RUNTIME, url));

it('Each file has the size and the content that the manifest says', async () => {
  const images = Object.values(manifest.series).map(({image}) => image);
  for (const file of [manifest.wasm, manifest.stdlib, ...images]) {
    const content = await read(file);
    assert.equal(content.byteLength, file.bytes, file.url);
    assert.equal(integrity(content), file.integrity, file.url);
  }
});

it('Each package names its version and brings its licence', async () => {
  const series = Object.values(manifest.series);
  for (const {packages} of series) {
    const names = packages.map(({name}) => name);
    assert.deepEqual(names, ['asgiref', 'django', 'sqlparse', 'tzdata']);
  }
  for (const {name, version, licenceFile} of series.flatMap(({packages}) => packages)) {
    assert.match(version, /^\d+\.\d+/, name);
    const text = await readFile(join(RUNTIME, licenceFile ?? ''), 'utf8');
    assert.match(text, /copyright|licen[sc]e/i, name);
  }
});

it('The standard library has bytecode beside each source', async () => {
  const paths = new Set(Object.keys(unzipSync(await read(manifest.stdlib))));
  assert.ok(paths.has('asyncio/base_events.py'));
  for (const path of paths) {
    if (path.endsWith('.py')) assert.ok(paths.has(`${path}c`), path);
  }
});

it('An image holds Django with bytecode, our package, time zones and jQuery itself', async () => {
  for (const [series, {django, image}] of Object.entries(manifest.series)) {
    assert.ok(django.startsWith(`${series}.`));
    const files = unzipSync(await read(image));
    const sizeOf = (path: string) => files[path]?.byteLength ?? 0;
    assert.ok(sizeOf('django/__pycache__/shortcuts.cpython-314.pyc') > 0);
    assert.ok(sizeOf('django_playground/__init__.py') > 0);
    assert.ok(sizeOf('tzdata/zoneinfo/Europe/Vienna') > 0);
    assert.ok(sizeOf('django/contrib/admin/static/admin/js/vendor/jquery/jquery.js') > 100_000);
  }
});

it('A second build finds everything made', async () => {
  assert.deepEqual(await buildRuntime(), manifest);
});
