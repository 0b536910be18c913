import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {makeOutput} from '../output.js';
import {makeState, run} from './run.js';

const FOREVER = {path: '/', expires: null};

describe('what a visitor keeps', () => {
  let frame: ReturnType<typeof makeOutput>;
  beforeEach(() => (frame = makeOutput()));
  afterEach(() => frame.remove());

  it('is the cookies for the document, which scripts can set', async () => {
    const cookies = [
      {name: 'a', value: '1', ...FOREVER},
      {name: 'b', value: '2', path: '/polls', expires: null},
      {name: 'c', value: '3', path: '/admin', expires: null},
      {name: 'd', value: '4', path: '/', expires: 1},
    ];
    const seen = await run(
      frame,
      `said.push(document.cookie);
       document.cookie = 'e=5; path=/; max-age=100';
       document.cookie = 'a=6; Path=/';
       document.cookie = 'b=; path=/polls; expires=Thu, 01 Jan 1970 00:00:00 GMT';
       document.cookie = 'f=7; HttpOnly';
       document.cookie = '';
       document.cookie = 'x=1\\0';
       document.cookie = '__Host-h=1; Path=/';
       document.cookie = '__Host-i=1; Secure; Path=/; Domain=playground.localhost';
       document.cookie = '__Host-j=1; Secure; Path=/';
       document.cookie = '__secure-k=1';
       document.cookie = 'g';
       said.push(document.cookie);
       history.replaceState(null, '', '/admin/');
       said.push(document.cookie);
       return said`,
      {state: makeState({cookies})},
    );
    const own = 'a=6; e=5; __Host-j=1';
    assert.deepEqual(seen, ['b=2; a=1', `g; ${own}`, `c=3; ${own}`]);
    assert.deepEqual(await frame.next('cookie'), {
      kind: 'cookie',
      text: 'e=5; path=/; max-age=100',
      turn: 1,
    });
  });

  it('is the cookies that responses set, but not before a script that was quicker', async () => {
    await run(
      frame,
      `const until = async wanted => {
         while (document.cookie !== wanted) await new Promise(resolve => setTimeout(resolve));
         tell(wanted);
       };
       onmessage = ({data}) => until(data);
       document.cookie = 'mine=1; path=/'`,
    );
    await frame.next('cookie');
    const wait = (wanted: string): Promise<unknown> => {
      const heard = frame.heard();
      frame.post(wanted);
      return heard;
    };
    // What is told from before the script has set its own is not taken.
    frame.output.send({kind: 'cookies', cookies: [], turn: 0});
    await wait('mine=1');
    frame.output.sendCookies([{name: 'theirs', value: '2', ...FOREVER}]);
    await wait('theirs=2');
  });

  it('is what its storages hold', async () => {
    const state = makeState({local: [['theme', 'dark']], session: [['x', '1']]});
    const seen = await run(
      frame,
      `localStorage.setItem('n', 5);
       localStorage.flag = true;
       sessionStorage.clear();
       const before = [localStorage.theme, localStorage['n'], localStorage.length, sessionStorage.length,
         localStorage.key(2), localStorage.key(3), localStorage.getItem('none'), localStorage.none,
         Object.keys(localStorage), 'theme' in localStorage, JSON.stringify(localStorage),
         localStorage instanceof Storage, String(localStorage), localStorage === window.localStorage];
       delete localStorage.flag;
       localStorage.removeItem('n');
       return [before, {...localStorage}, localStorage.hasOwnProperty('theme'),
         nameOf(() => localStorage.setItem('big', 'x'.repeat(6 * 1024 * 1024))),
         nameOf(() => Storage.prototype.getItem.call({}, 'a')), nameOf(() => localStorage.key()),
         localStorage.setItem.name, localStorage.setItem.length]`,
      {state},
    );
    assert.deepEqual(seen, [
      [
        'dark',
        '5',
        3,
        0,
        'flag',
        null,
        null,
        undefined,
        ['theme', 'n', 'flag'],
        true,
        '{"theme":"dark","n":"5","flag":"true"}',
        true,
        '[object Storage]',
        true,
      ],
      {theme: 'dark'},
      true,
      'QuotaExceededError',
      'TypeError',
      'TypeError',
      'setItem',
      2,
    ]);
    const {changes} = await frame.next('storage');
    assert.deepEqual(
      changes.map(({storage, key, value}) => [storage, key, value]),
      [
        ['local', 'n', '5'],
        ['local', 'flag', 'true'],
        ['session', null, null],
        ['local', 'flag', null],
        ['local', 'n', null],
      ],
    );
  });

  it('is told of where another document changes it', async () => {
    await run(
      frame,
      `const own = new StorageEvent('storage', {key: 'x', storageArea: localStorage});
       onstorage = ({key, oldValue, newValue, url, storageArea}) =>
         tell([key, oldValue, newValue, url, storageArea === localStorage, localStorage.a,
           own.key, own.storageArea === localStorage, own instanceof StorageEvent])`,
      {state: makeState({local: [['a', '1']]})},
    );
    const heard = frame.heard();
    const change = {storage: 'local', key: 'a', value: '2'} as const;
    frame.output.send({kind: 'stored', change, url: `${SITE_ORIGIN}/other/`});
    const own = ['x', true, true];
    assert.deepEqual(await heard, ['a', '1', '2', `${SITE_ORIGIN}/other/`, true, '2', ...own]);
  });
});
