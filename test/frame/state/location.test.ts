import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {makeOutput} from '../output.js';
import {URL, makeState, run} from './run.js';

const PLACE = makeState().place;

describe('the location that scripts see', () => {
  let frame: ReturnType<typeof makeOutput>;
  beforeEach(() => (frame = makeOutput()));
  afterEach(() => frame.remove());

  it('is that of the document on the site', async () => {
    const state = makeState({referrer: `${SITE_ORIGIN}/`}, `${URL}#x`);
    const seen = await run(
      frame,
      `const {href, origin, protocol, host, hostname, port, pathname, search, hash} = location;
       return {href, origin, protocol, host, hostname, port, pathname, search, hash,
         same: [String(window.location), self.location.toString(), document.location + '',
           top.location.href, document.URL, document.documentURI, document.baseURI],
         referrer: document.referrer, domain: document.domain, window: window.origin,
         is: location instanceof Location, called: Object.prototype.toString.call(location),
         one: location === window.location && location === document.location,
         above: location.ancestorOrigins.length, plus: location + '', value: location.valueOf() === location}`,
      {url: `${URL}#x`, state},
    );
    assert.deepEqual(seen, {
      href: `${URL}#x`,
      origin: SITE_ORIGIN,
      protocol: 'http:',
      host: 'playground.localhost',
      hostname: 'playground.localhost',
      port: '',
      pathname: '/polls/',
      search: '?page=2',
      hash: '#x',
      same: [...Array<string>(6).fill(`${URL}#x`), `${URL}#x`],
      referrer: `${SITE_ORIGIN}/`,
      domain: 'playground.localhost',
      window: SITE_ORIGIN,
      is: true,
      called: '[object Location]',
      one: true,
      above: 0,
      plus: `${URL}#x`,
      value: true,
    });
  });

  const moves: [act: string, path: string, replaces?: boolean][] = [
    ['location = "/a/"', '/a/'],
    ['window.location = "a/"', '/polls/a/'],
    ['document.location.href = "?page=3"', '/polls/?page=3'],
    ['location.assign("../b/#c")', '/b/#c'],
    ['location.replace("/a/")', '/a/', true],
    ['location.pathname = "/c/"', '/c/?page=2'],
    ['location.search = "q=1"', '/polls/?q=1'],
    ['const {location: here} = window; here.href = "/d/"', '/d/'],
    ['top.location.href = "/e/"', '/e/'],
    ['document.querySelector("button").click()', '/f/'],
  ];
  for (const [act, path, replaces] of moves) {
    it(`leads elsewhere: ${act}`, async () => {
      const markup = `<button onclick="location.href = '/f/'">F</button>`;
      await run(frame, `${act}; return location.href`, {markup});
      const {navigation} = await frame.next('navigate');
      assert.equal(navigation.url, SITE_ORIGIN + path);
      assert.equal(navigation.referrer, URL);
      assert.equal(navigation.replace, replaces);
    });
  }

  it('takes the place of a document that is not there yet', async () => {
    await frame.show('<script>location.href = "/login/"</script>', {url: URL});
    const {navigation} = await frame.next('navigate');
    assert.deepInclude(navigation, {url: `${SITE_ORIGIN}/login/`, replace: true});
  });

  it('is asked for again', async () => {
    await run(frame, 'location.reload()');
    assert.equal((await frame.next('traverse')).delta, 0);
  });

  it('leads to other sites in a new tab', async () => {
    await run(frame, 'location.href = "https://example.com/"');
    await frame.next('external');
    assert.deepEqual(frame.opened, ['https://example.com/']);
  });

  it('runs scripts', async () => {
    await run(frame, 'location.href = "javascript:void (location.hash = `ran`)"');
    assert.equal((await frame.next('entry')).entry.url, `${URL}#ran`);
  });

  it('refuses what is no address', async () => {
    const names = await run(
      frame,
      `return [nameOf(() => location.href = "http://"), nameOf(() => location.protocol = "a b"),
         nameOf(() => location.protocol = "gopher")]`,
    );
    assert.deepEqual(names, ['SyntaxError', 'SyntaxError', 'no error']);
  });

  it('jumps within the document, as its scripts hear', async () => {
    const heard = await run(
      frame,
      `addEventListener('popstate', ({state}) => said.push(['popstate', state, location.hash]));
       const changed = once('hashchange');
       location.hash = 'here';
       location.hash = '#here';
       said.push(location.href);
       const {oldURL, newURL, isTrusted} = await changed;
       said.push([oldURL, newURL], document.querySelector(':target').id, history.length);
       return said`,
      {markup: '<p id=here>Here</p>'},
    );
    assert.deepEqual(heard, [
      ['popstate', null, '#here'],
      `${URL}#here`,
      [URL, `${URL}#here`],
      'here',
      2,
    ]);
    const {entry, replaces} = await frame.next('entry');
    assert.deepEqual([entry.url, replaces], [`${URL}#here`, false]);
  });

  for (const act of [
    'const script = document.createElement("script"); script.text = TEXT; document.body.append(script)',
    'const script = document.createElement("script"); script.textContent = TEXT; document.body.append(script)',
    'new Function(TEXT)()',
    'await new (Object.getPrototypeOf(async () => {}).constructor)(TEXT)()',
    'document.body.innerHTML = `<b onclick="${TEXT}">x</b>`; document.querySelector("b").click()',
  ]) {
    it(`is what scripts mean that come later: ${act}`, async () => {
      await run(frame, `const TEXT = "location.href = '/late/'"; ${act}`);
      assert.equal((await frame.next('navigate')).navigation.url, `${SITE_ORIGIN}/late/`);
    });
  }

  it('keeps what a script jumps to without having been rewritten', async () => {
    await run(
      frame,
      'const script = document.createElement("script");' +
        'script.append("loc" + "ation.hash = `x`"); document.body.append(script)',
    );
    assert.equal((await frame.next('entry')).entry.url, `${URL}#x`);
  });

  it('changes without a sound where scripts say so', async () => {
    const heard = await run(
      frame,
      `addEventListener('popstate', () => said.push('popstate'));
       const state = {page: 3, at: new Date(0)};
       history.pushState(state, '', '/polls/3/#x');
       state.page = 4;
       said.push(location.pathname, document.URL, document.baseURI, history.state, history.length);
       history.replaceState('new', '', '');
       said.push(location.hash, history.state, history.length, document.links[0].href);
       said.push(nameOf(() => history.pushState(null, '', 'https://example.com/')),
         nameOf(() => history.pushState(() => {}, '')));
       return said`,
      {markup: '<a href="a">A</a>'},
    );
    const there = `${SITE_ORIGIN}/polls/3/#x`;
    const state = {page: 3, at: new Date(0)};
    assert.deepEqual(heard, [
      '/polls/3/',
      there,
      there,
      state,
      2,
      '#x',
      'new',
      2,
      `${SITE_ORIGIN}/polls/3/a`,
      'SecurityError',
      'DataCloneError',
    ]);
    assert.deepEqual(await frame.next('entry'), {
      kind: 'entry',
      entry: {url: there, state},
      replaces: false,
    });
    assert.deepEqual(await frame.next('entry'), {
      kind: 'entry',
      entry: {url: there, state: 'new'},
      replaces: true,
    });
  });

  it('follows the reader through the history', async () => {
    await run(
      frame,
      `history.pushState(null, '', '#x');
       history.back();
       addEventListener('popstate', event =>
         said.push([event.state, history.state === event.state, location.href, history.length]));
       addEventListener('hashchange', ({oldURL, newURL}) => tell([...said, oldURL, newURL]));`,
    );
    assert.equal((await frame.next('traverse')).delta, -1);
    const heard = frame.heard();
    frame.output.send({kind: 'entered', place: {...PLACE, state: {a: 1}, length: 2}});
    assert.deepEqual(await heard, [[{a: 1}, true, URL, 2], `${URL}#x`, URL]);
  });

  it('follows a script that goes back before its document is there', async () => {
    const heard = frame.heard();
    const loading = frame.show(
      `<script>
         history.pushState(null, '', '#x');
         history.back();
         onpopstate = ({state}) => parent.postMessage([state, location.href], '*');
       </script>`,
      {url: URL, state: makeState()},
    );
    await frame.next('traverse');
    frame.output.send({kind: 'entered', place: {...PLACE, state: 'first', length: 2}});
    assert.deepEqual(await heard, ['first', URL]);
    await loading;
  });

  it('hides what works in no document without an origin', async () => {
    const seen = await run(
      frame,
      `return ['navigation', 'cookieStore', 'caches']
      .filter(name => name in window)`,
    );
    assert.deepEqual(seen, []);
  });
});
