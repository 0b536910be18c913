import {assert} from 'chai';
import {toDocument} from '../../src/page/index.js';
import {type HttpResponse, SITE_ORIGIN} from '../../src/protocol/http.js';
import {respond, serve} from './tiny-site.js';

const URL = `${SITE_ORIGIN}/polls/1/`;

describe('what headers say of a file or a page', () => {
  for (const [policy, expected] of [
    ['no-referrer', 'no-referrer'],
    ['same-origin, Strict-Origin', 'strict-origin'],
    ['same-origin', null],
    ['strict-origin-when-cross-origin', null],
  ] as const) {
    it(`says what requests may say of it, by Referrer-Policy: ${policy}`, async () => {
      const headers = [['Referrer-Policy', policy]] as const;
      const response = respond('<p>x', undefined, {headers});
      const page = await toDocument(response, serve({}).fetchAsset, {url: URL});
      assert(page.kind === 'document');
      const parsed = new DOMParser().parseFromString(page.html, 'text/html');
      const meta = parsed.querySelector<HTMLMetaElement>('meta[name=referrer]');
      assert.equal(meta?.content ?? null, expected);
    });
  }

  const sure = {headers: [['X-Content-Type-Options', 'nosniff']]} as const;
  const refused: [markup: string, type: string, more: Partial<HttpResponse>, isRefused: boolean][] =
    [
      ['<script src=/x></script>', 'text/csv', {}, true],
      ['<script src=/x></script>', 'image/png', {}, true],
      ['<script src=/x></script>', 'text/html; charset=utf-8', {}, false],
      ['<script src=/x></script>', 'text/html; charset=utf-8', sure, true],
      ['<script src=/x></script>', 'application/javascript', sure, false],
      ['<link rel=stylesheet href=/x>', 'text/plain', {}, false],
      ['<link rel=stylesheet href=/x>', 'text/plain', sure, true],
      ['<link rel=stylesheet href=/x>', 'text/css', sure, false],
      ['<img src=/x>', 'text/plain', sure, false],
    ];
  for (const [markup, type, more, isRefused] of refused) {
    const how = `${markup} of ${type}${more === sure ? ', for sure' : ''}`;
    it(`${isRefused ? 'leaves' : 'takes'} ${how}`, async () => {
      const {fetchAsset} = serve({'/x': respond('1', type, more)});
      const page = await toDocument(respond(markup), fetchAsset, {url: URL});
      assert(page.kind === 'document');
      const {html, problems} = page;
      assert.equal(html.includes('"/x"'), isRefused);
      const said = problems.map(({message}) => message);
      if (isRefused) assert.match(said.join(), /^\/x is no .+, since its Content-Type is “.+”\.$/);
      else assert.deepEqual(said, []);
    });
  }
});
