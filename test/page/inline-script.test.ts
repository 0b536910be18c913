import {assert} from 'chai';
import {toDocument} from '../../src/page/index.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {type File, respond, serve} from './tiny-site.js';

const URL = `${SITE_ORIGIN}/polls/`;
const SCRIPT: File = ['run()', 'text/javascript'];

async function scriptOf(html: string, file: File): Promise<HTMLScriptElement> {
  const {fetchAsset} = serve({'/a.js': file});
  const page = await toDocument(respond(html), fetchAsset, {url: URL});
  assert(page.kind === 'document');
  const parsed = new DOMParser().parseFromString(page.html, 'text/html');
  const root = parsed.querySelector('template')?.content ?? parsed;
  const script = root.querySelector<HTMLScriptElement>('script');
  assert(script);
  return script;
}

describe('a script of the site', () => {
  for (const markup of [
    '<script src=/a.js></script>',
    '<script src="../a.js" type="text/JavaScript" nonce=x id=y></script>',
  ]) {
    it(`lies between its tags in place of ${markup}`, async () => {
      const script = await scriptOf(markup, SCRIPT);
      assert.isFalse(script.hasAttribute('src'));
      // The rest of its attributes stay.
      assert.equal(script.id, markup.includes('id=y') ? 'y' : '');
      assert.equal(script.textContent, `run()\n//# sourceURL=${SITE_ORIGIN}/a.js`);
    });
  }

  it('may have an end tag in a string', async () => {
    const file: File = ['x = "<script></SCRIPT>"', SCRIPT[1]];
    const {textContent} = await scriptOf('<script src=/a.js></script>', file);
    assert.equal(textContent.split('\n')[0], 'x = "<script>\\x3c/SCRIPT>"');
  });

  const kept: [what: string, markup: string, file: File][] = [
    ['that waits for the document', '<script src=/a.js defer></script>', SCRIPT],
    ['that waits for nothing', '<script src=/a.js async></script>', SCRIPT],
    ['whose load is told', '<script src=/a.js onload="x()"></script>', SCRIPT],
    ['that is checked', '<script src=/a.js integrity=sha256-x></script>', SCRIPT],
    ['in a template', '<template><script src=/a.js></script></template>', SCRIPT],
    [
      'that asks where it lies',
      '<script src=/a.js></script>',
      ['document.currentScript.src', SCRIPT[1]],
    ],
    ['with a comment in it', '<script src=/a.js></script>', ['x = "<!--<script>"', SCRIPT[1]]],
    ['that is none', '<script src=/a.js></script>', ['run()', 'text/html']],
    [
      'under a policy',
      `<meta http-equiv=Content-Security-Policy content="script-src 'self'"><script src=/a.js></script>`,
      SCRIPT,
    ],
  ];
  for (const [what, markup, file] of kept) {
    it(`stays a file of its own: one ${what}`, async () => {
      const script = await scriptOf(markup, file);
      assert.equal(script.getAttribute('src'), `data:${file[1]};base64,${btoa(String(file[0]))}`);
      assert.equal(script.textContent, '');
    });
  }
});
