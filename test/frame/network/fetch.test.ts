import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {makePieces, makeScripted} from './scripted.js';

describe('fetch in the frame', () => {
  let site: Awaited<ReturnType<typeof makeScripted>>;
  let pieces: ReturnType<typeof makePieces>;
  let aborted: Promise<unknown>;
  let noteAbort: (reason: unknown) => void;

  before(async () => {
    site = await makeScripted({
      '/echo/': ({method, headers, body}) => ({
        headers: [['Content-Type', 'text/plain']],
        body: JSON.stringify({method, headers, body: new TextDecoder().decode(body)}),
      }),
      '/hello/': () => ({
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Two', '1'],
          ['X-Two', '2'],
        ],
        body: '{"hello": "world"}',
      }),
      '/moved/': () => ({redirected: true, url: `${SITE_ORIGIN}/hello/`}),
      '/manual/': () => ({type: 'opaqueredirect', status: 0, statusText: ''}),
      '/empty/': () => ({status: 204, statusText: 'No Content'}),
      '/pieces/': () => ({body: pieces.body}),
      '/slow/': (_request, signal) => {
        signal.addEventListener('abort', noteAbort);
        return new Promise(() => {});
      },
    });
  });
  beforeEach(() => {
    pieces = makePieces();
    aborted = new Promise(resolve => (noteAbort = resolve));
  });
  after(() => site.remove());

  it('gives a response as a browser does', async () => {
    const found = await site.run(`
      const response = await fetch('/hello/?a=1#top');
      const {ok, status, statusText, url, redirected, type} = response;
      const copy = response.clone();
      return {ok, status, statusText, url, redirected, type, copy: copy.url,
        is: response instanceof Response && response.headers instanceof Headers,
        two: response.headers.get('x-two'), text: await copy.text(), json: await response.json()};
    `);
    assert.deepEqual(found, {
      ok: true,
      status: 200,
      statusText: 'OK',
      redirected: false,
      type: 'basic',
      url: `${SITE_ORIGIN}/hello/?a=1`,
      copy: `${SITE_ORIGIN}/hello/?a=1`,
      is: true,
      two: '1, 2',
      text: '{"hello": "world"}',
      json: {hello: 'world'},
    });
  });

  const bodies: [what: string, init: string, type: RegExp | undefined, body: string | RegExp][] = [
    ['text', `'a=ü'`, /^text\/plain;charset=UTF-8$/, 'a=ü'],
    ['parameters', `new URLSearchParams({a: 'ü'})`, /^application\/x-www-form-u/, 'a=%C3%BC'],
    ['a Blob', `new Blob(['b'], {type: 'image/x'})`, /^image\/x$/, 'b'],
    ['bytes', `new Uint8Array([65, 66, 67]).subarray(1)`, undefined, 'BC'],
    ['a stream', `new Blob(['streamed']).stream(), duplex: 'half'`, undefined, 'streamed'],
    [
      'a form with a file',
      `(form => (form.append('f', new File(['inside'], 'a.txt')), form))(new FormData())`,
      /^multipart\/form-data; boundary=/,
      /filename="a\.txt"[^]*\r\n\r\ninside\r\n/,
    ],
  ];
  for (const [what, body, type, expected] of bodies) {
    it(`sends ${what}`, async () => {
      const init = `{method: 'post', headers: {'X-A': 'b', Cookie: 'no'}, body: ${body}}`;
      const echo = await site.run(`return (await fetch('/echo/', ${init})).json()`);
      const got = echo as {method: string; headers: [string, string][]; body: string};
      const headers = new Map(got.headers);
      assert.equal(got.method, 'POST');
      assert.equal(headers.get('x-a'), 'b');
      assert.isFalse(headers.has('cookie'));
      if (type) assert.match(headers.get('content-type') ?? '', type);
      else assert.isUndefined(headers.get('content-type'));
      if (typeof expected === 'string') assert.equal(got.body, expected);
      else assert.match(got.body, expected);
    });
  }

  it('takes a Request', async () => {
    const echo = await site.run(`
      const request = new Request('/echo/', {method: 'PUT', body: 'x', headers: {'X-Own': '1'}});
      const text = await (await fetch(request)).text();
      return {url: request.url, used: request.bodyUsed, text};
    `);
    const {url, used, text} = echo as {url: string; used: boolean; text: string};
    assert.deepEqual({url, used}, {url: `${SITE_ORIGIN}/echo/`, used: true});
    assert.include(text, '"method":"PUT"');
    assert.include(text, '["x-own","1"]');
  });

  it('says where it asks from, and how', async () => {
    const init = `{credentials: 'omit', cache: 'no-store', redirect: 'error', mode: 'same-origin'}`;
    await site.run(`await fetch('/hello/', ${init})`);
    assert.deepInclude(site.requests.at(-1), {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      mode: 'same-origin',
      referrer: `${SITE_ORIGIN}/polls/`,
      destination: 'empty',
    });
    await site.run(`await fetch('/hello/', {referrer: '/other/'})`);
    assert.equal(site.requests.at(-1)?.referrer, `${SITE_ORIGIN}/other/`);
    await site.run(`await fetch('/hello/', {referrerPolicy: 'no-referrer'})`);
    assert.isNull(site.requests.at(-1)?.referrer);
  });

  it('says no more of where it asks from than the document lets it', async () => {
    await site.run(`
      document.head.insertAdjacentHTML('beforeend', '<meta name="referrer" content="origin">');
      await fetch('/hello/');
      document.querySelector('meta').content = 'No-Referrer';
      await fetch('/hello/');
      await fetch('/hello/', {referrerPolicy: 'unsafe-url'});
      document.querySelector('meta').remove();
    `);
    const told = site.requests.slice(-3).map(({referrer}) => referrer);
    assert.deepEqual(told, [`${SITE_ORIGIN}/`, null, `${SITE_ORIGIN}/polls/`]);
  });

  it('tells of redirects', async () => {
    const found = await site.run(`
      const followed = await fetch('/moved/');
      const manual = await fetch('/manual/', {redirect: 'manual'});
      return [followed.redirected, followed.url, manual.type, manual.status, manual.ok, manual.url];
    `);
    const manual = ['opaqueredirect', 0, false, `${SITE_ORIGIN}/manual/`];
    assert.deepEqual(found, [true, `${SITE_ORIGIN}/hello/`, ...manual]);
  });

  it('has no body where there is none', async () => {
    const found = await site.run(`
      const empty = await fetch('/empty/');
      const head = await fetch('/hello/', {method: 'HEAD'});
      return [empty.status, empty.body, head.status, await head.text()];
    `);
    assert.deepEqual(found, [204, null, 200, '']);
  });

  it('gives the body as it comes', async () => {
    const first = site.run(`
      window.reader = (await fetch('/pieces/')).body.getReader();
      return new TextDecoder().decode((await reader.read()).value);
    `);
    pieces.send('one');
    assert.equal(await first, 'one');
    pieces.send('two');
    pieces.send(null);
    const rest = await site.run(`
      const {value} = await reader.read();
      return [new TextDecoder().decode(value), (await reader.read()).done];
    `);
    assert.deepEqual(rest, ['two', true]);
  });

  it('sends no more of a body than is read', async () => {
    let sent = 0;
    async function* endless() {
      for (; sent < 1000; sent++) yield 'x'.repeat(100_000);
    }
    pieces = {body: endless(), send: () => {}};
    const read = await site.run(`
      const reader = (await fetch('/pieces/')).body.getReader();
      await reader.read();
      await fetch('/hello/');
      const before = (await reader.read()).value.length;
      await reader.cancel();
      return before;
    `);
    assert.equal(read, 100_000);
    assert.isBelow(sent, 30);
  });

  it('can be aborted', async () => {
    const found = await site.run(`
      const abort = new AbortController();
      const failing = fetch('/slow/', {signal: abort.signal}).catch(error => error.name);
      await fetch('/hello/');
      abort.abort();
      const again = await fetch('/hello/', {signal: abort.signal}).catch(error => error.name);
      const why = await fetch('/slow/', {signal: AbortSignal.timeout(1)}).catch(error => error.name);
      return [await failing, again, why];
    `);
    assert.deepEqual(found, ['AbortError', 'AbortError', 'TimeoutError']);
    await aborted;
  });

  it('ends the body when it is aborted', async () => {
    const failing = site.run(`
      const abort = new AbortController();
      const response = await fetch('/pieces/', {signal: abort.signal});
      abort.abort();
      const order = [];
      const failing = response.text().catch(error => order.push(error.name));
      await Promise.all([failing, Promise.resolve().then(() => order.push('next'))]);
      return order;
    `);
    assert.deepEqual(await failing, ['AbortError', 'next']);
  });

  it('fails as a browser does, and says why', async () => {
    assert.equal(await site.run(`await fetch('/nowhere/')`), 'TypeError: There is no /nowhere/');
    assert.match(String(await site.run(`await fetch('/', {method: 'TRACE'})`)), /^TypeError/);
    assert.match(String(await site.run(`await fetch('/', {body: 'x'})`)), /^TypeError/);
    assert.match(String(await site.run(`await fetch('http://')`)), /^TypeError/);
  });

  it('leaves other sites to the browser', async () => {
    const asked = site.requests.length;
    const text = await site.run(`
      const blob = URL.createObjectURL(new Blob(['in a blob']));
      return (await (await fetch(blob)).text()) + (await (await fetch('data:,and data')).text());
    `);
    assert.equal(text, 'in a bloband data');
    assert.equal(site.requests.length, asked);
  });

  it('keeps those waiting that are too many, and answers all', async () => {
    const statuses = await site.run(`
      const all = Array.from({length: 500}, () => fetch('/hello/').then(r => r.status));
      return (await Promise.all(all)).every(status => status === 200);
    `);
    assert.isTrue(statuses);
  });

  it('gets its answer whatever scripts have done to all objects', async () => {
    const found = await site.run(`
      const spoil = {configurable: true, get() { throw new Error('asked') }};
      const names = ['start', 'type', 'size', 'highWaterMark'];
      for (const name of names) Object.defineProperty(Object.prototype, name, spoil);
      const response = await fetch('/hello/').catch(error => error);
      for (const name of names) delete Object.prototype[name];
      return response.status;
    `);
    assert.equal(found, 200);
  });

  it('sends beacons', async () => {
    const found = await site.run(`
      const big = navigator.sendBeacon('/echo/', 'x'.repeat(70000));
      const sent = navigator.sendBeacon('/echo/', new URLSearchParams({a: 1}));
      await fetch('/hello/');
      return [big, sent];
    `);
    assert.deepEqual(found, [false, true]);
    const [beacon] = await site.asked(({keepalive}) => keepalive);
    assert.deepInclude(beacon, {method: 'POST', mode: 'no-cors', credentials: 'include'});
  });

  it('keeps no more alive than a browser does', async () => {
    const found = await site.run(`
      const send = size =>
        fetch('/echo/', {method: 'POST', keepalive: true, body: 'x'.repeat(size)})
          .then(({status}) => status, ({name}) => name);
      const both = await Promise.all([send(60_000), send(10_000)]);
      return [...both, await send(60_000), await send(70_000)];
    `);
    assert.deepEqual(found, [200, 'TypeError', 200, 'TypeError']);
  });

  it('lets beacons go when the page does', async () => {
    await site.run(`addEventListener('pagehide', () => navigator.sendBeacon('/echo/', 'bye'))`);
    await site.frame.show('<title>Another</title>');
    await site.asked(({body}) => new TextDecoder().decode(body) === 'bye');
  });
});
