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
  const images = Object.values(manifest.series).flatMap(each => [
    each.image,
    each.locales,
    each.sources,
  ]);
  for (const file of [manifest.wasm, manifest.stdlib, manifest.stdlibSources, ...images]) {
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

it('Each source has its bytecode in the image before it', async () => {
  const pairs = Object.values(manifest.series).map(({image, sources}) => [image, sources] as const);
  for (const [code, sources] of [[manifest.stdlib, manifest.stdlibSources] as const, ...pairs]) {
    const paths = new Set(Object.keys(unzipSync(await read(code))));
    const modules = Object.keys(unzipSync(await read(sources)));
    assert.ok(modules.length > 500, sources.url);
    for (const path of modules) {
      const cached = path.replace(/([^/]+)\.py$/, '__pycache__/$1.cpython-314.pyc');
      assert.ok(paths.has(cached) || cached.includes('/locale/'), path);
      assert.ok(!paths.has(path), path);
    }
  }
});

function languages(paths: readonly string[]): Set<string> {
  return new Set(paths.flatMap(path => /\/locale\/([a-z]\w+)\//.exec(path)?.[1] ?? []));
}

it('Only English is in an image; the other languages have one of their own', async () => {
  for (const {image, locales} of Object.values(manifest.series)) {
    const english = languages(Object.keys(unzipSync(await read(image))));
    assert.deepEqual([...english], ['en']);
    const others = languages(Object.keys(unzipSync(await read(locales))));
    assert.ok(others.size > 80 && others.has('de') && others.has('pt_BR'), String([...others]));
  }
});

it('An image holds Django with bytecode, our package, time zones and jQuery itself', async () => {
  for (const [series, {django, image}] of Object.entries(manifest.series)) {
    assert.ok(django.startsWith(`${series}.`));
    const files = unzipSync(await read(image));
    const sizeOf = (path: string) => files[path]?.byteLength ?? 0;
    assert.ok(sizeOf('django/__pycache__/shortcuts.cpython-314.pyc') > 0);
    assert.ok(sizeOf('django_playground/__pycache__/__init__.cpython-314.pyc') > 0);
    assert.ok(sizeOf('tzdata/zoneinfo/Europe/Vienna') > 0);
    assert.ok(sizeOf('django/contrib/admin/static/admin/js/vendor/jquery/jquery.js') > 100_000);
  }
});

it('A second build finds everything made', async () => {
  assert.deepEqual(await buildRuntime(), manifest);
});
