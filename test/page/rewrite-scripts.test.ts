import {assert} from 'chai';
import {AssetCache, toDocument} from '../../src/page/index.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {dataText, type File, respond, serve} from './tiny-site.js';

const URL = `${SITE_ORIGIN}/polls/`;
const FILES: Record<string, File> = {
  '/here.js': ['location.reload()', 'text/javascript'],
  '/plain.js': ['run()', 'text/javascript'],
};

async function open(html: string, cache = new AssetCache()): Promise<Document> {
  const page = await toDocument(respond(html), serve(FILES).fetchAsset, {url: URL, cache});
  assert(page.kind === 'document');
  return new DOMParser().parseFromString(page.html, 'text/html');
}

/** Whether the parser of scripts has been asked for. */
function hasParser(): boolean {
  return performance
    .getEntriesByType('resource')
    .some(({name}) => name.includes('rewrite-location'));
}

describe('scripts of a page', () => {
  // The first of all, before others need the parser.
  it('come without a parser where they name nothing that it would look for', async () => {
    await open('<!DOCTYPE html><script src=/plain.js></script><p onclick="run()">x</p>');
    assert.isFalse(hasParser());
    await open('<script src=/here.js></script>');
    assert.isTrue(hasParser());
  });

  const cases: [markup: string, rewritten: string][] = [
    ['<script>location.reload()</script>', '<script>djangoPlaygroundLocation.reload()</script>'],
    [
      '<script type="module">const a = location</script>',
      '<script type="module">const a = djangoPlaygroundLocation</script>',
    ],
    [
      '<b onclick="location = this.id">x</b>',
      '<b onclick="djangoPlaygroundLocation = this.id">x</b>',
    ],
    [
      '<a href="javascript:location.reload()">x</a>',
      '<a href="javascript:djangoPlaygroundLocation.reload()">x</a>',
    ],
    [
      '<template><b onclick="return location">x</b></template>',
      '<template><b onclick="return djangoPlaygroundLocation">x</b></template>',
    ],
    ...[
      '<script type="application/json">{"a": [location]}</script>',
      '<script type="text/template">location</script>',
      '<script>location is no script</script>',
      '<b title="location">location</b>',
      '<a href="/location/">x</a>',
    ].map((same): [string, string] => [same, same]),
  ];
  for (const [markup, rewritten] of cases) {
    it(`ask the guest for their location: ${markup}`, async () => {
      assert.equal((await open(`<!DOCTYPE html><body>${markup}`)).body.innerHTML, rewritten);
    });
  }

  it('ask the guest in files too, whose hashes are of what they were', async () => {
    const parsed = await open(
      '<script src=/here.js></script><script src=/here.js integrity=sha256-x async></script>' +
        '<script src=/plain.js integrity=sha256-y></script>',
    );
    const [inline, file, plain] = parsed.querySelectorAll('script');
    assert.match(inline?.textContent ?? '', /^djangoPlaygroundLocation\.reload\(\)\n/);
    assert.equal(dataText(file?.getAttribute('src')), 'djangoPlaygroundLocation.reload()');
    assert.isFalse(file?.hasAttribute('integrity'));
    assert.isTrue(plain?.hasAttribute('integrity'));
  });
});
