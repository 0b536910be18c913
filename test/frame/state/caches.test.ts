import {assert} from 'chai';
import {CacheArea} from '../../../src/browser/cache-area.js';
import {databasesScript} from '../../../src/frame/index.js';
import {makeOutput} from '../output.js';
import {makeState, run} from './run.js';

describe('caches of a visitor', () => {
  let frame: ReturnType<typeof makeOutput>;
  let kept: CacheArea;
  beforeEach(() => {
    frame = makeOutput();
    kept = new CacheArea();
  });
  afterEach(() => frame.remove());

  /** Runs a script in a document that has what is kept. */
  async function runWith(body: string): Promise<unknown> {
    const databases = {script: await databasesScript(), known: [], caches: kept.all};
    return run(frame, body, {state: makeState({databases})});
  }

  /** Keeps what a script does, until that is so. */
  async function keepUntil(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      for (const change of (await frame.next('caches')).changes) kept.change(change);
    }
  }

  it('have what an earlier document put there', async () => {
    await runWith(
      `await caches.open('empty');
       const cache = await caches.open('v1');
       await cache.put('/a?b#c', new Response('old'));
       const headers = {'X-A': '1', 'Content-Type': 'text/x-bytes'};
       await cache.put('/a?b', new Response(Uint8Array.of(0, 255), {status: 203, headers}));
       await cache.put('/none', new Response(null, {status: 204, statusText: 'Nothing'}));
       await cache.put('/gone', new Response(''));
       await cache.delete('/gone');
       await caches.open('old');
       await caches.delete('old');
       await caches.open('last');`,
    );
    await keepUntil(() => kept.all.some(({name}) => name === 'last'));
    const seen = await runWith(
      `const cache = await caches.open('v1');
       const found = await cache.match('/a?b');
       const copy = found.clone();
       const none = await caches.match('/none', {cacheName: 'v1'});
       return [await caches.keys(), [...new Uint8Array(await found.arrayBuffer())], found.status,
         found.headers.get('X-A'), (await copy.blob()).type, copy.url,
         none.body, none.statusText, await caches.match('/none', {cacheName: 'empty'}),
         (await cache.keys()).map(({url}) => url), await cache.match('/gone')]`,
    );
    assert.deepEqual(seen, [
      ['empty', 'v1', 'last'],
      [0, 255],
      203,
      '1',
      'text/x-bytes',
      '',
      null,
      'Nothing',
      undefined,
      ['http://playground.localhost/a?b', 'http://playground.localhost/none'],
      undefined,
    ]);
  });

  it('answer the request that an answer is one to', async () => {
    const seen = await runWith(
      `const cache = await caches.open('v1');
       const asked = language => new Request('/a?b', {headers: {'Accept-Language': language}});
       const varied = text => new Response(text, {headers: {Vary: 'Cookie, Accept-Language'}});
       await cache.put(asked('de'), varied('Blatt'));
       await cache.put(asked('en'), varied('leaf'));
       const read = async (...wanted) => (await cache.match(...wanted))?.text();
       const head = new Request('/a?b', {method: 'HEAD', headers: {'Accept-Language': 'en'}});
       return [await read(asked('en')), await read(asked('fr')), await read('/a?b'),
         await read('/a?b', {ignoreVary: true}), (await cache.matchAll('/a?b', {ignoreVary: true})).length,
         await read('/a', {ignoreVary: true, ignoreSearch: true}), await read('/a', {ignoreVary: true}),
         await read(head), await read(head, {ignoreMethod: true}),
         (await cache.keys(asked('de'))).map(({headers}) => headers.get('Accept-Language')),
         await cache.delete(asked('de')), (await cache.matchAll()).length]`,
    );
    assert.deepEqual(seen, [
      'leaf',
      undefined,
      undefined,
      'Blatt',
      2,
      'Blatt',
      undefined,
      undefined,
      'leaf',
      ['de'],
      true,
      1,
    ]);
  });

  it('refuse what no cache keeps', async () => {
    const seen = await runWith(
      `const cache = await caches.open('v1');
       const nameOf = act => act().then(() => 'kept', ({name}) => name);
       const put = (url, init, body = '') => nameOf(() => cache.put(url, new Response(body, init)));
       const used = new Response('text');
       await used.text();
       return [await put(new Request('/', {method: 'POST'})), await put('/', {status: 206}),
         await put('/', {headers: {Vary: 'a, *'}}), await put('data:,a'),
         await nameOf(() => cache.put('/', Response.error())), await nameOf(() => cache.put('/', used)),
         await put('/', {}, new Uint8Array(10 * 1024 * 1024)), (await cache.keys()).length,
         await put('/', {}, new Uint8Array(1024))]`,
    );
    assert.deepEqual(seen, [
      ...Array<string>(6).fill('TypeError'),
      'QuotaExceededError',
      0,
      'kept',
    ]);
  });

  it('are not endless, whatever a guest says', () => {
    const answer = {
      id: '1',
      asked: {url: 'http://playground.localhost/', headers: []},
      url: '',
      type: 'default',
      status: 200,
      statusText: '',
      headers: [],
      body: new Uint8Array(6 * 1024 * 1024),
    };
    kept.change({name: 'a', removed: [], added: [answer]});
    kept.change({name: 'b', removed: [], added: [answer]});
    for (let number = 0; number < 100; number++) {
      kept.change({name: `more ${number}`, removed: [], added: []});
    }
    assert.equal(kept.all.length, 50);
    assert.notInclude(
      kept.all.map(({name}) => name),
      'b',
    );
  });
});
