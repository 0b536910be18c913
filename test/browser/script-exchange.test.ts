import {assert} from 'chai';
import {Browser} from '../../src/browser/index.js';
import type {ScriptRequest} from '../../src/protocol/frame-network.js';
import {type HeaderPairs, type HttpRequest, SITE_ORIGIN} from '../../src/protocol/http.js';
import type {Socket, SocketRequest} from '../../src/protocol/socket.js';
import {header} from './tiny-site.js';

const ASKED: ScriptRequest = {
  method: 'GET',
  url: `${SITE_ORIGIN}/one/?a=1#top`,
  headers: [],
  body: new Uint8Array(),
  referrer: `${SITE_ORIGIN}/polls/#x`,
  mode: 'cors',
  destination: 'empty',
  credentials: 'same-origin',
  redirect: 'follow',
  cache: 'default',
  integrity: '',
  keepalive: false,
};

type Reply = readonly [status: number, headers?: HeaderPairs, body?: string];

/** A browser before a site that answers by path. */
function site(replies: Record<string, Reply>, protocol = '') {
  const requests: HttpRequest[] = [];
  const sockets: SocketRequest[] = [];
  const closed: (number | undefined)[] = [];
  const close = (code?: number): void => void closed.push(code);
  const browser = new Browser({
    send: () => Promise.reject(new Error('Nothing else is asked')),
    open: async request => {
      requests.push(request);
      const [status, headers = [], body = ''] = replies[new URL(request.url).pathname] ?? [404];
      return {status, headers, body: pieces(body), end: Promise.resolve({duration: 1})};
    },
    connect: async request => {
      sockets.push(request);
      const headers = [['Set-Cookie', 'seen=1']];
      return {status: 101, headers, protocol, close} as unknown as Socket;
    },
    identity: {userAgent: 'Tester/1', languages: ['en']},
  });
  const {signal} = new AbortController();
  async function ask(asked: Partial<ScriptRequest> = {}) {
    const answer = await browser.open({...ASKED, ...asked}, signal);
    if ('elsewhere' in answer) return answer;
    const {body, ...head} = answer;
    let text = '';
    for await (const piece of body) text += new TextDecoder().decode(piece);
    return {...head, text};
  }
  return {browser, ask, requests, sockets, closed};
}

async function* pieces(text: string) {
  for (const character of text) yield new TextEncoder().encode(character);
}

async function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => assert.fail('It should have failed'),
    (error: unknown) => String(error),
  );
}

describe('a request of a script', () => {
  it('goes with what a browser adds, and comes back without what a script must not see', async () => {
    const {ask, requests} = site({
      '/one/': [
        200,
        [
          ['X-One', '1'],
          ['Set-Cookie', 'a=b; HttpOnly'],
        ],
        'yes',
      ],
    });
    const headers: HeaderPairs = [
      ['X-Requested-With', 'XMLHttpRequest'],
      ['Cookie', 'forged=1'],
      ['Sec-Fetch-Site', 'cross-site'],
      ['Origin', 'https://example.com'],
    ];
    assert.deepEqual(await ask({headers}), {
      status: 200,
      statusText: 'OK',
      headers: [['X-One', '1']],
      url: `${SITE_ORIGIN}/one/?a=1`,
      redirected: false,
      type: 'basic',
      cookies: [],
      text: 'yes',
    });
    const [request] = requests;
    assert.equal(request?.url, `${SITE_ORIGIN}/one/?a=1`);
    assert.deepEqual(
      ['X-Requested-With', 'Cookie', 'Origin', 'Referer', 'Sec-Fetch-Site', 'Sec-Fetch-Mode'].map(
        name => header(request, name),
      ),
      ['XMLHttpRequest', undefined, undefined, `${SITE_ORIGIN}/polls/`, 'same-origin', 'cors'],
    );
    await ask();
    assert.equal(header(requests[1], 'Cookie'), 'a=b');
  });

  it('neither sends nor keeps cookies where it wants none', async () => {
    const {ask, browser, requests} = site({'/one/': [200, [['Set-Cookie', 'a=b']]]});
    browser.visitor.jar.store(`${SITE_ORIGIN}/`, {status: 200, headers: [['Set-Cookie', 'c=d']]});
    await ask({credentials: 'omit', method: 'POST'});
    assert.isUndefined(header(requests[0], 'Cookie'));
    assert.equal(header(requests[0], 'Origin'), SITE_ORIGIN);
    assert.equal(browser.visitor.jar.header(`${SITE_ORIGIN}/`), 'c=d');
  });

  it('follows redirects, shows none of them, or fails', async () => {
    const there: Reply = [302, [['Location', '/two/']], 'moved'];
    const {ask, requests} = site({'/one/': there, '/two/': [200, [], 'two']});
    const body = new TextEncoder().encode('a=1');
    const followed = await ask({method: 'POST', body});
    assert.deepInclude(followed, {url: `${SITE_ORIGIN}/two/`, redirected: true, text: 'two'});
    assert.equal(requests[1]?.method, 'GET');
    assert.deepInclude(await ask({redirect: 'manual'}), {
      type: 'opaqueredirect',
      status: 0,
      headers: [],
      url: `${SITE_ORIGIN}/one/?a=1`,
      text: '',
    });
    assert.match(await failure(ask({redirect: 'error'})), /TypeError: .*redirects to .*\/two\//);
  });

  it('is told of another site, and of a circle', async () => {
    const {ask} = site({
      '/one/': [307, [['Location', 'https://example.com/x']]],
      '/round/': [301, [['Location', '/round/']]],
    });
    assert.deepEqual(await ask(), {elsewhere: 'https://example.com/x#top'});
    assert.match(await failure(ask({url: `${SITE_ORIGIN}/round/`})), /redirected 20 times/);
  });

  it('has no body where there can be none', async () => {
    const {ask} = site({'/one/': [204, [], 'x'], '/two/': [200, [], 'x']});
    assert.deepInclude(await ask(), {status: 204, text: ''});
    assert.deepInclude(await ask({method: 'HEAD', url: `${SITE_ORIGIN}/two/`}), {text: ''});
  });

  it('is believed only with the hash it should have', async () => {
    const {ask} = site({'/one/': [200, [], 'abc']});
    const hash = 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
    assert.deepInclude(await ask({integrity: hash}), {text: 'abc'});
    const other = hash.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
    assert.deepInclude(await ask({integrity: other}), {text: 'abc'});
    assert.deepInclude(await ask({integrity: 'unknown-x'}), {text: 'abc'});
    assert.match(await failure(ask({integrity: 'sha256-AAAA'})), /TypeError: .*integrity/);
  });

  it('says how it may be cached', async () => {
    const {ask, requests} = site({'/one/': [200]});
    await ask({cache: 'no-cache'});
    await ask({cache: 'reload', headers: [['Cache-Control', 'max-age=5']]});
    assert.equal(header(requests[0], 'Cache-Control'), 'max-age=0');
    assert.equal(header(requests[1], 'Cache-Control'), 'max-age=5');
    assert.equal(header(requests[1], 'Pragma'), 'no-cache');
    assert.match(await failure(ask({cache: 'only-if-cached'})), /TypeError: Nothing is cached/);
  });
});

describe('a WebSocket of a script', () => {
  it('goes with origin, cookies and protocols', async () => {
    const {browser, sockets} = site({}, 'soap');
    const url = 'ws://playground.localhost/chat/?room=1';
    await browser.connect({url, protocols: ['chat', 'soap']});
    const [first] = sockets;
    assert.equal(first?.url, url);
    assert.deepEqual(first?.protocols, ['chat', 'soap']);
    const other = site({});
    await other.browser.connect({url, protocols: []});
    await other.browser.connect({url, protocols: []});
    const [, second] = other.sockets;
    const headers = Object.fromEntries(second?.headers ?? []);
    assert.deepInclude(headers, {Origin: SITE_ORIGIN, Cookie: 'seen=1', Upgrade: 'websocket'});
    assert.notProperty(headers, 'Sec-WebSocket-Protocol');
  });

  for (const [offered, chosen] of [
    [['chat'], ''],
    [['chat'], 'soap'],
    [[], 'chat'],
  ] as const) {
    it(`fails where it offers “${offered.join()}” and gets “${chosen}”`, async () => {
      const {browser, closed} = site({}, chosen);
      const url = 'ws://playground.localhost/chat/';
      const why = await failure(browser.connect({url, protocols: offered}));
      assert.match(why, /accept\(\)/);
      assert.deepEqual(closed, [1002]);
    });
  }
});
