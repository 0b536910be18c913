import {assert} from 'chai';
import {CookieJar} from '../../src/browser/cookie-jar.js';
import {parseCookie} from '../../src/browser/cookie.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';

const NOW = Date.UTC(2030, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

function parse(header: string, path = '/') {
  return parseCookie(header, new URL(path, SITE_ORIGIN), NOW);
}

/** A jar whose clock can be set; each `set` is one response. */
function jar(clock = {now: NOW}) {
  const cookies = new CookieJar([], () => clock.now);
  const set = (path: string, ...headers: string[]) =>
    cookies.store(SITE_ORIGIN + path, {
      status: 200,
      headers: headers.map(value => ['set-cookie', value] as const),
    });
  const sent = (path: string) => cookies.header(SITE_ORIGIN + path);
  return {cookies, set, sent, clock};
}

describe('parseCookie', () => {
  const pairs: [header: string, name: string, value: string][] = [
    ['a=b', 'a', 'b'],
    ['a=b=c', 'a', 'b=c'],
    ['a="b"', 'a', '"b"'],
    [' a = b ; Path=/', 'a', 'b'],
    ['a=', 'a', ''],
    ['=b', '', 'b'],
    ['b', '', 'b'],
    ['a=%20é', 'a', '%20é'],
    ['a=1,b=2', 'a', '1,b=2'],
    ['a=b; name=c; value=d', 'a', 'b'],
  ];
  for (const [header, name, value] of pairs) {
    it(`reads ${JSON.stringify(header)}`, () => {
      const cookie = parse(header);
      assert.deepEqual([cookie?.name, cookie?.value], [name, value]);
    });
  }

  const refused = [
    '',
    '=',
    'a=b\u0000c',
    'a=b\nc',
    `a=${'b'.repeat(4096)}`,
    'a=b; Domain=example.com',
    'a=b; Domain=localhost',
    'a=b; Domain=other.playground.localhost',
    '__Secure-a=b',
    '__secure-a=b',
    '__Host-a=b; Path=/',
    '__Host-a=b; Secure',
    '__Host-a=b; Secure; Path=/admin',
    '__Host-a=b; Secure; Path=/; Domain=playground.localhost',
    '=__Host-a; Secure',
  ];
  for (const header of refused) {
    it(`refuses ${JSON.stringify(header.slice(0, 60))}`, () => {
      assert.isNull(parse(header));
    });
  }

  for (const header of [
    'a=b; Domain=playground.localhost',
    'a=b; Domain=.Playground.localhost',
    'a=b; Domain=',
    'a=b; SameSite=Strict',
    'a=b; SameSite=None; Secure',
    '__Secure-a=b; Secure',
    '__Host-a=b; Secure; Path=/',
    `a=${'b'.repeat(4095)}`,
  ]) {
    it(`takes ${JSON.stringify(header.slice(0, 60))}`, () => assert.isNotNull(parse(header)));
  }

  const paths: [header: string, request: string, path: string][] = [
    ['a=b; Path=/x', '/y/z', '/x'],
    ['a=b; Path=/x; Path=/y', '/', '/y'],
    ['a=b; Path=x', '/y/z', '/y'],
    ['a=b; Path=', '/y/z', '/y'],
    ['a=b', '/', '/'],
    ['a=b', '/y', '/'],
    ['a=b', '/y/', '/y'],
    ['a=b', '/y/z/w?q=/p', '/y/z'],
  ];
  for (const [header, request, path] of paths) {
    it(`gives ${header} from ${request} the path ${path}`, () => {
      assert.equal(parse(header, request)?.path, path);
    });
  }

  const lives: [attributes: string, expires: number | null][] = [
    ['', null],
    ['Max-Age=60', NOW + 60_000],
    ['Max-Age=0', 0],
    ['Max-Age=-1', 0],
    ['Max-Age=soon', null],
    ['Max-Age=99999999999', NOW + 400 * DAY],
    ['Expires=Wed, 02 Jan 2030 00:00:00 GMT', NOW + DAY],
    ['Expires=Thu, 01-Jan-1970 00:00:00 GMT', 0],
    ['Expires=Wed, 02 Jan 2130 00:00:00 GMT', NOW + 400 * DAY],
    ['Expires=never', null],
    ['Expires=Wed, 02 Jan 2030 00:00:00 GMT; Max-Age=60', NOW + 60_000],
    ['max-age=60; HTTPONLY', NOW + 60_000],
  ];
  for (const [attributes, expires] of lives) {
    it(`lets “${attributes}” live until ${expires}`, () => {
      assert.strictEqual(parse(`a=b; ${attributes}`)?.expires, expires);
    });
  }
});

describe('CookieJar', () => {
  it('takes every Set-Cookie header of a response', () => {
    const {set, sent} = jar();
    set('/', 'a=1', 'b=2; Path=/');
    assert.equal(sent('/'), 'a=1; b=2');
  });

  const matches: [path: string, request: string, isSent: boolean][] = [
    ['/', '/anything', true],
    ['/admin', '/admin', true],
    ['/admin', '/admin/', true],
    ['/admin', '/admin/polls/', true],
    ['/admin', '/administrator', false],
    ['/admin/', '/admin', false],
    ['/admin/', '/admin/polls', true],
    ['/admin', '/Admin', false],
    ['/admin', '/polls/?next=/admin', false],
  ];
  for (const [path, request, isSent] of matches) {
    it(`${isSent ? 'sends' : 'keeps back'} a cookie of ${path} for ${request}`, () => {
      const {set, sent} = jar();
      set('/', `a=1; Path=${path}`);
      assert.equal(sent(request), isSent ? 'a=1' : '');
    });
  }

  it('sends longer paths first, then older cookies', () => {
    const {set, sent, clock} = jar();
    set('/', 'late=1; Path=/');
    clock.now += 1;
    set('/', 'deep=1; Path=/a/b');
    clock.now += 1;
    set('/', 'later=1; Path=/');
    clock.now += 1;
    set('/', 'late=2; Path=/');
    assert.equal(sent('/a/b/c'), 'deep=1; late=2; later=1');
  });

  it('keeps cookies of one name and different paths apart', () => {
    const {set, sent} = jar();
    set('/', 'a=root; Path=/', 'a=deep; Path=/x');
    assert.equal(sent('/x/'), 'a=deep; a=root');
    assert.equal(sent('/'), 'a=root');
  });

  it('forgets a cookie that has expired or is set to have', () => {
    const {cookies, set, sent, clock} = jar();
    set('/', 'short=1; Max-Age=1', 'gone=1; Max-Age=100', 'session=1');
    set('/', 'gone=; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/');
    assert.equal(sent('/'), 'short=1; session=1');
    clock.now += 1000;
    assert.equal(sent('/'), 'session=1');
    assert.lengthOf(cookies.toJSON(), 1);
  });

  it('keeps HttpOnly cookies from scripts only', () => {
    const {cookies, set, sent} = jar();
    set('/', 'sessionid=1; HttpOnly', 'csrftoken=2');
    assert.equal(sent('/'), 'sessionid=1; csrftoken=2');
    assert.deepEqual(cookies.scriptCookies, [
      {name: 'csrftoken', value: '2', path: '/', expires: null},
    ]);
  });

  it('takes from scripts what is theirs to set', () => {
    const {cookies, set, sent} = jar();
    let changes = 0;
    cookies.onChange = () => changes++;
    set('/', 'sessionid=1; HttpOnly');
    assert.equal(changes, 0);
    cookies.storeFromScript(`${SITE_ORIGIN}/a/b`, 'theme=dark; Max-Age=5');
    cookies.storeFromScript(`${SITE_ORIGIN}/`, 'sessionid=2; Path=/');
    cookies.storeFromScript(`${SITE_ORIGIN}/`, 'hidden=1; HttpOnly');
    assert.equal(sent('/a/'), 'theme=dark; sessionid=1');
    assert.equal(sent('/'), 'sessionid=1');
    assert.equal(changes, 3);
  });

  it('sends a nameless cookie as its value', () => {
    const {set, sent} = jar();
    set('/', 'alone', 'a=1');
    assert.equal(sent('/'), 'alone; a=1');
  });

  it('drops the oldest where there are too many', () => {
    const {cookies, set, clock} = jar();
    for (let i = 0; i < 200; i++) {
      clock.now += 1;
      set('/', `c${i}=1`);
    }
    const names = cookies.toJSON().map(({name}) => name);
    assert.deepEqual([names.length, names[0], names.at(-1)], [180, 'c20', 'c199']);
  });

  it('goes on in another jar from plain data', () => {
    const {cookies, set} = jar();
    set('/', 'a=1; Path=/x; Max-Age=5; HttpOnly');
    const other = new CookieJar(JSON.parse(JSON.stringify(cookies)), () => NOW);
    assert.equal(other.header(`${SITE_ORIGIN}/x`), 'a=1');
    assert.isEmpty(other.scriptCookies);
  });
});
