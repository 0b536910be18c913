import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {it, type TestContext} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {compressFolder} from '../../src/build/compress.js';
import {listFiles} from '../../src/build/files.js';
import {sendFile} from '../../src/build/send-file.js';
import {temporaryFolder} from './temporary-folder.js';

const TEXT = 'a text that repeats, a text that repeats, a text that repeats\n'.repeat(20);

const FILES = {
  'element.js': TEXT,
  'runtime/image-0123456789abcdef.zip': TEXT,
  'runtime/image-sources-0123456789abcdef.zip': TEXT,
  'runtime/pyodide-0123456789abcdef.wasm': TEXT,
  'picture.png': TEXT,
};

async function compressed(t: TestContext): Promise<string> {
  const folder = await temporaryFolder(t, FILES);
  await compressFolder(folder);
  return folder;
}

it('Each file that a page may load gets its twins, also a second time', async t => {
  for (const attempt of ['first', 'second']) {
    const folder = await compressed(t);
    const twins = (await listFiles(folder)).filter(path => /\.(?:br|gz)$/.test(path));
    assert.equal(twins.length, 8, `${attempt}: ${twins.join(' ')}`);
    for (const path of twins) {
      const content = await readFile(join(folder, path));
      const text = path.endsWith('.br') ? brotliDecompressSync(content) : gunzipSync(content);
      assert.equal(text.toString(), TEXT, path);
      assert.ok(content.length < TEXT.length / 5, path);
    }
  }
});

it('A file is sent in the encoding that the browser takes, and kept where its name is a hash', async t => {
  const folder = await compressed(t);
  const server = createServer((request, response) => {
    sendFile(request, response, join(folder, request.url ?? '')).catch(() => {
      response.writeHead(404).end();
    });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  t.after(() => server.close());
  const {port} = server.address() as AddressInfo;
  const ask = (path: string, encodings: string) =>
    fetch(`http://localhost:${port}/${path}`, {headers: {'Accept-Encoding': encodings}});
  const HASHED = 'runtime/pyodide-0123456789abcdef.wasm';
  const cases = [
    [HASHED, 'gzip, deflate, br', 'br', 'max-age=31536000, immutable'],
    [HASHED, 'gzip', 'gzip', 'max-age=31536000, immutable'],
    [HASHED, 'identity', null, 'max-age=31536000, immutable'],
    ['element.js', 'br', 'br', 'no-cache'],
    ['picture.png', 'br', null, 'no-cache'],
  ] as const;
  for (const [path, accepted, encoding, caching] of cases) {
    const {headers, ...response} = await ask(path, accepted).then(async each => ({
      headers: each.headers,
      text: await each.text(),
    }));
    const what = `${path} for ${accepted}`;
    assert.equal(response.text, TEXT, what);
    assert.equal(headers.get('content-encoding'), encoding, what);
    assert.equal(headers.get('cache-control'), caching, what);
    assert.equal(headers.get('vary'), 'Accept-Encoding', what);
  }
  assert.equal((await ask(HASHED, 'br')).headers.get('content-type'), 'application/wasm');
  assert.equal((await ask('runtime', 'br')).status, 404);
  assert.equal((await ask('nowhere.js', 'br')).status, 404);
});
