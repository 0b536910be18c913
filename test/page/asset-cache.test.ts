import {assert} from 'chai';
import {AssetCache} from '../../src/page/asset-cache.js';
import {Asset} from '../../src/page/asset.js';
import {respond} from './tiny-site.js';

const NOW = Date.UTC(2030, 0, 1);
const HOUR = 60 * 60 * 1000;
const URL = 'http://playground.localhost/a.css';

function asset(headers: Record<string, string>, bytes = 1, status = 200): Asset {
  const more = {headers: Object.entries(headers), status};
  return new Asset(URL, respond(new Uint8Array(bytes), 'text/css', more));
}

function ago(milliseconds: number): string {
  return new Date(NOW - milliseconds).toUTCString();
}

describe('AssetCache', () => {
  const cases: [what: string, headers: Record<string, string>, freshFor: number][] = [
    ['nothing said', {}, 0],
    ['max-age', {'Cache-Control': 'public, max-age=60'}, 60_000],
    ['max-age=0', {'Cache-Control': 'max-age=0', 'Last-Modified': ago(HOUR)}, 0],
    ['no-store', {'Cache-Control': 'no-store, max-age=60'}, 0],
    ['no-cache', {'Cache-Control': 'no-cache', 'Last-Modified': ago(HOUR)}, 0],
    ['Expires', {Expires: ago(-HOUR)}, HOUR],
    ['Expires in the past', {Expires: '0', 'Last-Modified': ago(HOUR)}, 0],
    ['changed an hour ago', {'Last-Modified': ago(HOUR)}, HOUR / 10],
    ['changed long ago', {'Last-Modified': ago(HOUR * 24 * 365)}, HOUR * 24],
    ['no date worth the name', {'Last-Modified': 'yesterday'}, 0],
    ['changed when time began', {'Last-Modified': new Date(0).toUTCString()}, HOUR * 24],
    ['changed just now', {'Last-Modified': ago(0)}, 0],
    ['a cookie set', {'Last-Modified': ago(HOUR), 'Set-Cookie': 'a=1'}, 0],
    ['varying by cookie', {'Last-Modified': ago(HOUR), Vary: 'Accept, Cookie'}, 0],
    ['varying by encoding', {'Last-Modified': ago(HOUR), Vary: 'Accept-Encoding'}, HOUR / 10],
  ];
  for (const [what, headers, freshFor] of cases) {
    it(`keeps a response with ${what} for ${freshFor} ms`, () => {
      const clock = {now: NOW};
      const cache = new AssetCache(() => clock.now);
      const kept = asset(headers);
      cache.put(URL, kept);
      clock.now = NOW + freshFor - 1;
      assert.equal(cache.get(URL), freshFor > 0 ? kept : null);
      clock.now = NOW + freshFor;
      assert.isNull(cache.get(URL));
    });
  }

  it('drops what may change with the code', () => {
    const cache = new AssetCache(() => NOW);
    const lasting = asset({'Cache-Control': 'public, max-age=60, immutable'});
    cache.put('lasting', lasting);
    cache.put('passing', asset({'Cache-Control': 'public, max-age=60'}));
    cache.dropMutable();
    assert.equal(cache.get('lasting'), lasting);
    assert.isNull(cache.get('passing'));
  });

  it('keeps no error', () => {
    const cache = new AssetCache(() => NOW);
    cache.put(URL, asset({'Cache-Control': 'max-age=60'}, 1, 404));
    assert.isNull(cache.get(URL));
  });

  it('drops the oldest where there is too much', () => {
    const cache = new AssetCache(() => NOW);
    const large = asset({'Cache-Control': 'max-age=60'}, 15 * 1024 * 1024);
    for (const name of ['one', 'two', 'three']) cache.put(name, large);
    assert.deepEqual(
      ['one', 'two', 'three'].map(name => cache.get(name) !== null),
      [false, true, true],
    );
  });
});
