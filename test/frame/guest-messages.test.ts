import {assert} from 'chai';
import {parseGuestMessage} from '../../src/frame/guest-messages.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';

const navigation = {
  method: 'POST',
  url: `${SITE_ORIGIN}/vote/#x`,
  headers: [['Content-Type', 'text/plain']],
  body: new Uint8Array([1, 2]),
  referrer: `${SITE_ORIGIN}/polls/`,
};
const answer = {
  id: '0.1',
  asked: {url: 'https://example.com/', headers: [['Accept', 'text/css']]},
  url: '',
  type: 'default',
  status: 200,
  statusText: 'OK',
  headers: [],
  body: new Uint8Array([1]),
};
const SITE = `${SITE_ORIGIN}/`;

describe('parseGuestMessage', () => {
  const taken: unknown[] = [
    {kind: 'navigate', navigation},
    {kind: 'navigate', navigation: {...navigation, headers: [], referrer: null}},
    {kind: 'navigate', navigation: {...navigation, download: 'a.csv', replace: true}},
    {kind: 'external', url: 'https://example.com/x'},
    {kind: 'external', url: 'mailto:a@example.com'},
    {kind: 'reveal', url: 'django-playground-file:/polls/views.py?line=5'},
    {kind: 'entry', entry: {url: `${SITE_ORIGIN}/#x`, state: {page: 1}}, replaces: false},
    {kind: 'traverse', delta: -1},
    {kind: 'restoration', isManual: true},
    {kind: 'cookie', text: 'a=1; Path=/', turn: 1},
    {kind: 'storage', changes: [{storage: 'local', key: 'a', value: null}]},
    {kind: 'caches', changes: [{name: 'a', removed: ['0.2'], added: [answer]}]},
    {kind: 'caches', changes: [{name: 'a', removed: null, added: []}]},
    {kind: 'title', title: 'Polls'},
    {kind: 'scrolled', position: {x: 0, y: 10.5}},
    {kind: 'refused', message: 'No.'},
    {kind: 'open', window: {id: '0.1', name: 'a', hasOpener: true}, navigation},
    {kind: 'open', window: {id: '0.1', name: '', hasOpener: false}, navigation: null},
    {kind: 'tell', window: 'opener', action: {act: 'post', data: {any: ['thing']}}},
    {
      kind: 'tell',
      window: '0.1',
      action: {act: 'call', on: 0, path: ['a', 'b'], args: [1], own: [0], result: 1},
    },
    {kind: 'menu', navigation, at: {x: 1, y: 2}},
    {kind: 'leaving'},
    {kind: 'escape'},
  ];
  for (const message of taken) {
    it(`takes ${JSON.stringify(message)}`, () => {
      assert.deepEqual<unknown>(parseGuestMessage(message), message);
    });
  }

  const refused: [what: string, message: unknown][] = [
    ['nothing', null],
    ['a window without a name', {kind: 'open', window: {id: '1'}, navigation: null}],
    [
      'a page elsewhere in a window',
      {
        kind: 'open',
        window: {id: '1', name: ''},
        navigation: {...navigation, url: 'https://example.com/'},
      },
    ],
    [
      'a window with an endless id',
      {kind: 'tell', window: 'x'.repeat(100), action: {act: 'close'}},
    ],
    ['a use of nothing', {kind: 'tell', window: '1', action: {act: 'call', on: 0, path: []}}],
    [
      'an endless use',
      {
        kind: 'tell',
        window: '1',
        action: {act: 'set', on: 0, path: Array(1000).fill('a'), args: [], own: [], result: 1},
      },
    ],
    ['text', 'navigate'],
    ['a list', []],
    ['an unknown kind', {kind: 'cookies'}],
    ['no navigation', {kind: 'navigate'}],
    ...Object.entries({
      'another origin': {url: 'https://example.com/'},
      'a longer host': {url: `${SITE_ORIGIN}.example.com/`},
      'another scheme': {url: 'https://playground.localhost/'},
      'a user in the address': {url: 'http://playground.localhost@example.com/'},
      'a relative address': {url: '/vote/'},
      'no address': {url: undefined},
      'an object as address': {url: {toString: (): string => SITE}},
      'an endless address': {url: SITE + 'x'.repeat(3_000_000)},
      'a method in lower case': {method: 'post'},
      'a method that breaks the request line': {method: 'GET / HTTP/1.1\r\nX:'},
      'an empty method': {method: ''},
      'a forbidden method': {method: 'TRACE'},
      'a header of its own choice': {headers: [['Cookie', 'a=1']]},
      'two headers': {
        headers: [
          ['Content-Type', 'a/b'],
          ['Content-Type', 'c/d'],
        ],
      },
      'a type that breaks the header': {headers: [['Content-Type', 'a\r\nCookie: x']]},
      'a type that is no text': {headers: [['Content-Type', 1]]},
      'headers that are no list': {headers: {length: 0}},
      'a pair that is no list': {headers: ['Content-Type']},
      'text as body': {body: 'a=1'},
      'another kind of bytes': {body: new Uint16Array(1)},
      'too large a body': {body: new Uint8Array(50 * 1024 * 1024 + 1)},
    }).map(([what, change]): [string, unknown] => [
      what,
      {kind: 'navigate', navigation: {...navigation, ...change}},
    ]),
    ['a script elsewhere', {kind: 'external', url: 'javascript:alert(1)'}],
    ['a file elsewhere', {kind: 'external', url: 'file:///etc/passwd'}],
    [
      'an entry of another site',
      {kind: 'entry', entry: {url: 'https://example.com/#x', state: null}, replaces: false},
    ],
    ['a way through the history without end', {kind: 'traverse', delta: Infinity}],
    ['a cookie of any length', {kind: 'cookie', text: 'a'.repeat(10_001), turn: 1}],
    ['changes that are no list', {kind: 'storage', changes: {length: 1}}],
    ['a title that is no text', {kind: 'title', title: {}}],
    ['a position that is none', {kind: 'scrolled', position: {x: 0, y: Number.NaN}}],
    ['a menu that is nowhere', {kind: 'menu', navigation}],
    ['a position without y', {kind: 'scrolled', position: {x: 0}}],
  ];
  for (const [what, message] of refused) {
    it(`refuses ${what}`, () => assert.isNull(parseGuestMessage(message)));
  }

  it('takes nothing that does not belong there', () => {
    const message = {kind: 'escape', extra: 1};
    assert.deepEqual<unknown>(parseGuestMessage(message), {kind: 'escape'});
    const more = {
      kind: 'navigate',
      navigation: {...navigation, signal: 1, download: 2, replace: 3},
    };
    assert.deepEqual<unknown>(parseGuestMessage(more), {kind: 'navigate', navigation});
  });

  it('keeps no answer that is none', () => {
    const {body: _, ...bodiless} = answer;
    const senseless = [
      bodiless,
      {...answer, body: 'text'},
      {...answer, status: '200'},
      {...answer, headers: [['a b', '']]},
      {...answer, url: 'nowhere'},
      {...answer, asked: null},
      {...answer, id: 'x'.repeat(100)},
    ];
    const change = {name: 'a', removed: [], added: senseless};
    const message = parseGuestMessage({kind: 'caches', changes: [change, {...change, name: 1}]});
    const left = {kind: 'caches', changes: [{...change, added: []}]};
    assert.deepEqual<unknown>(message, left);
  });

  it('forgets a referrer of another site', () => {
    const foreign = {...navigation, referrer: 'https://example.com/'};
    const message = parseGuestMessage({kind: 'navigate', navigation: foreign});
    assert(message?.kind === 'navigate');
    assert.isNull(message.navigation.referrer);
  });

  it('shortens what is too long to show', () => {
    const message = parseGuestMessage({kind: 'title', title: 'x'.repeat(5000)});
    assert.lengthOf(message?.kind === 'title' ? message.title : '', 1000);
  });
});
