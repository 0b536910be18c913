import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {it} from 'node:test';
import {build, createServer} from 'vite';
import {bundleImports} from '../../src/build/plugins/bundle.js';
import {until} from '../e2e/until.js';
import {temporaryFolder} from './temporary-folder.js';

const FILES = {
  'index.ts': `
    import url from './worker/index.ts?bundle-url';
    import text from './guest.ts?bundle-text';
    export {url, text};`,
  'worker/index.ts': `import {word} from '../word.js'; export const words: string[] = [word];`,
  'guest.ts': `import {word} from './word.js'; document.title = word;`,
  'word.ts': `export const word: string = 'first';`,
};

it('A build gives a bundle a name of its own, beside the module that names it', async t => {
  const root = await temporaryFolder(t, FILES);
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [bundleImports()],
    build: {write: false, lib: {entry: 'index.ts', formats: ['es'], fileName: 'index'}},
  });
  const [output] = Array.isArray(result) ? result : [result];
  assert.ok(output && 'output' in output);
  const [entry, worker] = output.output;
  assert.match(worker?.fileName ?? '', /^runtime\/worker-[0-9a-f]{16}\.txt$/);
  const {url, text} = (await import(
    `data:text/javascript,${encodeURIComponent(entry.code.replaceAll('import.meta.url', '"https://cdn.test/a/b.js"'))}`
  )) as {url: string; text: string};
  assert.equal(url, `https://cdn.test/a/${worker?.fileName}`);
  assert.match(text, /^\(function\(\)[^]*document\.title[^]*first/);
  assert.doesNotMatch(text, /import|export/);
});

it('The dev server serves a bundle, and another one once a source has changed', async t => {
  const root = await temporaryFolder(t, FILES);
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: {noDiscovery: true},
    plugins: [bundleImports()],
  });
  t.after(() => server.close());
  await server.listen(0);
  const [origin = ''] = server.resolvedUrls?.local ?? [];
  const fetchText = async (path: string) => (await fetch(new URL(path, origin))).text();
  const fetchBundle = async () => {
    const [path = ''] =
      /\/@bundle\/[^"]+/.exec(await fetchText('worker/index.ts?bundle-url')) ?? [];
    return fetchText(path);
  };

  await fetchText('index.ts');
  assert.match(await fetchBundle(), /first[^]*export/);
  assert.match(await fetchText('guest.ts?bundle-text'), /first/);
  await until('the bundle has the new word', async () => {
    // Written again and again: a watcher that is still looking around takes no notice.
    await writeFile(join(root, 'word.ts'), `export const word: string = 'second';`);
    return /second/.test(await fetchBundle());
  });
  assert.match(await fetchText('guest.ts?bundle-text'), /second/);
});

it('A module that does not bundle is an error with the reason', async t => {
  const root = await temporaryFolder(t, {
    ...FILES,
    'word.ts': `export {nothing} from './gone.js';`,
  });
  await assert.rejects(
    build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [bundleImports()],
      build: {write: false, lib: {entry: 'index.ts', formats: ['es'], fileName: 'index'}},
    }),
    /gone\.js/,
  );
});
