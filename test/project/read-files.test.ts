import {assert} from 'chai';
import {PlaygroundError, type FailureCode} from '../../src/protocol/failure.js';
import {readFiles, type Fetch} from '../../src/project/index.js';

/** A tag with children, as the HTML parser makes them. */
function tag(children: string): Element {
  const template = document.createElement('template');
  template.innerHTML = `<x-playground>${children}</x-playground>`;
  return document.adoptNode(template.content).firstElementChild!;
}

const script = (attributes: string, text = '') =>
  `<script type="text/x-django" ${attributes}>${text}</script>`;

async function failureOf(promise: Promise<unknown>): Promise<PlaygroundError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof PlaygroundError) return error;
    throw error;
  }
  throw new Error('Nothing failed.');
}

async function assertFails(
  promise: Promise<unknown>,
  code: FailureCode,
  ...parts: string[]
): Promise<void> {
  const {code: actual, message} = await failureOf(promise);
  assert.equal(actual, code);
  for (const part of parts) assert.include(message, part);
}

const answers =
  (body: BodyInit | null, init?: ResponseInit): Fetch =>
  () =>
    Promise.resolve(new Response(body, init));

const fails: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** Answers only when it is told to stop. */
const hangs: Fetch = (_, {signal}) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('stopped by fetch')));
  });

const mustNotFetch: Fetch = () => assert.fail('Nothing should be fetched.');

describe('readFiles', () => {
  it('reads path, text and attributes in order', async () => {
    const files = await readFiles(
      tag(
        script('path="b.py" hidden', 'b = 1') +
          script('path=" ./a.py " readonly selected label="First"', '\n  a = 1\n'),
      ),
    );
    assert.deepEqual(files, [
      {path: 'b.py', content: 'b = 1\n', hidden: true},
      {path: 'a.py', content: 'a = 1\n', readonly: true, selected: true, label: 'First'},
    ]);
  });

  it('finds wrapped children, and leaves other scripts and inner tags alone', async () => {
    const files = await readFiles(
      tag(
        `<div>${script('path="a.py"')}</div><script>1</script><SCRIPT TYPE="Text/X-Django" path="b.py"></SCRIPT>` +
          `<x-playground>${script('path="inner.py"')}</x-playground>`,
      ),
    );
    assert.deepEqual(
      files.map(file => file.path),
      ['a.py', 'b.py'],
    );
  });

  it('keeps whitespace where asked to', async () => {
    const [file] = await readFiles(tag(script('path="a.txt" preserve-whitespace', '\n  a\n\n')));
    assert.equal(file?.content, '\n  a\n\n');
  });

  it('reads an escaped end tag as the end tag that HTML would not allow', async () => {
    const text = '<script src="x.js">&lt;/script><b>&lt;/script&gt;</b>';
    const [file] = await readFiles(tag(script('path="a.html"', text)));
    assert.equal(file?.content, '<script src="x.js"></script><b>&lt;/script&gt;</b>\n');
  });

  it('reads base64 as bytes, or as text where the bytes are text', async () => {
    const files = await readFiles(
      tag(
        script('path="a.png" encoding="base64"', '\n iVBO\n Rw== \n') +
          script('path="b.txt" encoding="Base64"', btoa('<b>\n')),
      ),
    );
    assert.deepEqual(files[0]?.content, Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
    assert.equal(files[1]?.content, '<b>\n');
  });

  it('says which file has bad base64 or an unknown encoding', async () => {
    const bad = tag(script('path="logo.png" encoding="base64"', 'a'));
    await assertFails(readFiles(bad), 'bad-encoding', 'logo.png', 'base64');
    const unknown = tag(script('path="logo.png" encoding="hex"', 'ff'));
    await assertFails(readFiles(unknown), 'bad-encoding', 'logo.png', 'hex', 'encoding="base64"');
  });

  it('checks the paths before it loads anything', async () => {
    const fetch = mustNotFetch;
    const twice = tag(script('path="a.py" src="/a.py"').repeat(2));
    await assertFails(readFiles(twice, {fetch}), 'duplicate-path', 'a.py');
    await assertFails(readFiles(tag(script('src="/a.py"')), {fetch}), 'file-without-path');
    await assertFails(readFiles(tag('')), 'no-files', '<script type="text/x-django"');
  });

  describe('with src', () => {
    it('loads from an address relative to the document, as it is', async () => {
      const asked: string[] = [];
      const fetch: Fetch = url => {
        asked.push(url);
        return Promise.resolve(new Response('\uFEFF  a\r\n'));
      };
      const files = await readFiles(tag(script('path="a.txt" src="site/a.txt"', 'ignored')), {
        fetch,
      });
      assert.deepEqual(asked, [new URL('site/a.txt', document.baseURI).href]);
      assert.deepEqual(files, [{path: 'a.txt', content: '\uFEFF  a\r\n'}]);
    });

    it('takes any address that a page may fetch', async () => {
      const [file] = await readFiles(tag(script('path="a.txt" src="data:text/plain,a"')));
      assert.equal(file?.content, 'a');
    });

    it('keeps bytes that are not text', async () => {
      const fetch = answers(Uint8Array.of(0xff, 0));
      const [file] = await readFiles(tag(script('path="a.bin" src="a.bin"')), {fetch});
      assert.deepEqual(file?.content, Uint8Array.of(0xff, 0));
    });

    it('fails clearly when the server has no such file', async () => {
      const missing = tag(script('path="polls/a.py" src="/no/a.py"'));
      const fetch = answers('Not found', {status: 404});
      await assertFails(
        readFiles(missing, {fetch}),
        'file-unavailable',
        'polls/a.py',
        '/no/a.py',
        '404',
      );
    });

    it('fails clearly when there is no network, or no such address', async () => {
      const child = tag(script('path="a.py" src="/a.py"'));
      await assertFails(readFiles(child, {fetch: fails}), 'file-unavailable', 'Failed to fetch');
      await assertFails(
        readFiles(tag(script('path="a.py" src="http://"'))),
        'file-unavailable',
        'a.py',
      );
    });

    it('stops when it is told to', async () => {
      const stop = new AbortController();
      const reading = readFiles(tag(script('path="a.py" src="/a.py"')), {
        fetch: hangs,
        signal: stop.signal,
      });
      const reason = new Error('enough');
      stop.abort(reason);
      assert.equal(await reading.catch((error: unknown) => error), reason);
    });
  });
});
