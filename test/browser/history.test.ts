import {assert} from 'chai';
import {Browser, get} from '../../src/browser/index.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {browse, form, ok} from './tiny-site.js';

describe('Browser history', () => {
  it('goes back and forward, asking again', async () => {
    const {browser, requests, go, show} = browse({'/a/': ok, '/b/': ok});
    await go('/a/');
    await go('/b/');
    assert.deepEqual([browser.history.canGoBack, browser.history.canGoForward], [true, false]);
    await show(browser.traverse(-1));
    assert.equal(browser.url, `${SITE_ORIGIN}/a/`);
    assert.deepEqual([browser.history.canGoBack, browser.history.canGoForward], [false, true]);
    await show(browser.traverse(1));
    assert.equal(browser.url, `${SITE_ORIGIN}/b/`);
    assert.lengthOf(requests, 4);
    assert.isNull(await browser.traverse(1));
  });

  it('forgets what lay ahead', async () => {
    const {browser, go, show} = browse({'/a/': ok, '/b/': ok, '/c/': ok});
    await go('/a/');
    await go('/b/');
    await show(browser.traverse(-1));
    await go('/c/');
    assert.isFalse(browser.history.canGoForward);
    await show(browser.traverse(-1));
    assert.equal(browser.url, `${SITE_ORIGIN}/a/`);
  });

  it('changes only when a page is committed', async () => {
    const {browser, go} = browse({'/': ok, '/export.csv': ok});
    await go('/');
    await browser.navigate(get(`${SITE_ORIGIN}/export.csv`));
    assert.equal(browser.url, `${SITE_ORIGIN}/`);
    assert.isFalse(browser.history.canGoBack);
  });

  it('does not grow when the same address is asked for again', async () => {
    const {browser, go} = browse({'/': ok});
    await go('/');
    await go('/');
    assert.isFalse(browser.history.canGoBack);
  });

  it('jumps within a document without asking', async () => {
    const {browser, requests, go, show} = browse({'/': ok});
    await go('/');
    assert.deepEqual(await go('/#one'), {kind: 'fragment', url: `${SITE_ORIGIN}/#one`});
    await go('/#one');
    await go('/#two');
    assert.deepEqual(await show(browser.traverse(-2)), {
      kind: 'fragment',
      url: `${SITE_ORIGIN}/`,
    });
    assert.isFalse(browser.history.canGoBack);
    assert.lengthOf(requests, 1);
  });

  it('lets a jump to where one is disturb nothing', async () => {
    const {browser, go} = browse({'/': ok});
    const visit = await browser.navigate(get(`${SITE_ORIGIN}/#one`));
    assert(visit.kind === 'page');
    browser.commit(visit);
    await go('/#one');
    assert.isFalse(visit.signal.aborted);
  });

  it('lets a document that is coming be moved about in', async () => {
    const {browser, go} = browse({'/': ok, '/other/': ok});
    const visit = await browser.navigate(get(`${SITE_ORIGIN}/`));
    assert(visit.kind === 'page');
    browser.commit(visit);
    browser.enter({url: `${SITE_ORIGIN}/?x=1`, state: 1}, false);
    assert.equal((await browser.traverse(-1))?.kind, 'fragment');
    await go('/#one');
    assert.isFalse(visit.signal.aborted);
    const other = await browser.navigate(get(`${SITE_ORIGIN}/other/`));
    assert(other.kind === 'page');
    await browser.traverse(-1);
    assert.isTrue(other.signal.aborted);
  });

  it('asks again for a place in the document shown where that is wanted', async () => {
    const {browser, requests, go, show} = browse({'/': ok});
    await go('/#one');
    const visit = await show(browser.navigate(get(browser.url), {replace: true}));
    assert.equal(visit?.kind, 'page');
    assert.lengthOf(requests, 2);
    assert.isFalse(browser.history.canGoBack);
  });

  it('shows the answer to a form again without sending the form', async () => {
    const {browser, requests, go, post, show} = browse({
      '/': ok,
      '/form/': () => ({body: new TextEncoder().encode('thanks')}),
    });
    await post('/form/');
    await go('/');
    const visit = await show(browser.traverse(-1));
    assert.equal(visit?.kind === 'page' && new TextDecoder().decode(visit.response.body), 'thanks');
    assert.lengthOf(requests, 2);
    assert.equal(browser.url, `${SITE_ORIGIN}/form/`);
  });

  it('asks with a GET where the answer to a form is gone', async () => {
    const views = {'/': ok, '/form/': ok};
    const {browser, go, post} = browse(views);
    await post('/form/');
    await go('/');
    const asked: string[] = [];
    const restored = new Browser({
      history: structuredClone(browser.history.toJSON()),
      send: async ({method, url}) => {
        asked.push(`${method} ${url}`);
        return {status: 200, headers: [], body: new Uint8Array(), duration: 1};
      },
    });
    assert.equal((await restored.traverse(-1))?.kind, 'page');
    assert.deepEqual(asked, [`GET ${SITE_ORIGIN}/form/`]);
  });

  it('sends a form again on reload, and says so before', async () => {
    const {browser, requests, post, show} = browse({'/form/': ok});
    await post('/form/');
    assert.isTrue(browser.reloadSendsForm);
    await show(browser.reload());
    assert.deepEqual(requests[1]?.body, form('/').body);
    assert.isFalse(browser.history.canGoBack);
  });

  it('knows entries by names, which a reload leaves, and a replacement half of them', async () => {
    const {browser, go, show} = browse({'/a/': ok, '/b/': ok});
    const names = (): {key: string; id: string} => browser.place.names ?? {key: '', id: ''};
    await go('/a/');
    const first = names();
    browser.keep({kept: 1});
    await show(browser.reload());
    assert.deepEqual([names(), browser.trail.arrival.kind], [first, 'reload']);
    browser.enter({url: `${SITE_ORIGIN}/a/`, state: null}, true);
    const second = names();
    assert.deepEqual([second.key === first.key, second.id === first.id], [true, false]);
    const given = {key: 'k', id: 'i'};
    browser.enter({url: `${SITE_ORIGIN}/a/#2`, state: null, names: given, kept: 2}, false);
    await go('/b/');
    const {entries, arrival} = browser.trail;
    assert.deepEqual(entries.slice(0, 2), [
      {...second, url: `${SITE_ORIGIN}/a/`, document: 1, kept: undefined},
      {...given, url: `${SITE_ORIGIN}/a/#2`, document: 1, kept: 2},
    ]);
    assert.deepEqual(arrival, {kind: 'push', from: entries[1] ?? null});
    await show(browser.traverse(-1));
    assert.deepEqual([names(), browser.trail.arrival.kind], [given, 'traverse']);
  });

  it('has what a document makes of its address and state', async () => {
    const {browser, requests, go, show} = browse({'/a/': ok, '/a/2/': ok, '/b/': ok});
    await go('/a/');
    browser.enter({url: `${SITE_ORIGIN}/a/`, state: 'first'}, true);
    browser.enter({url: `${SITE_ORIGIN}/a/2/`, state: {page: 2}}, false);
    browser.setRestoration(true);
    const {names, ...place} = browser.place;
    assert.isDefined(names);
    assert.deepEqual(place, {
      url: `${SITE_ORIGIN}/a/2/`,
      state: {page: 2},
      index: 1,
      length: 2,
      isManual: true,
    });
    // Still the same document, so nothing is asked.
    assert.equal((await show(browser.traverse(-1)))?.kind, 'fragment');
    assert.deepInclude(browser.place, {state: 'first', index: 0, length: 2, isManual: false});
    assert.lengthOf(requests, 1);
    await show(browser.traverse(1));
    await go('/b/');
    // Asked again, it is still told its state.
    const visit = await show(browser.traverse(-1));
    assert.equal(visit?.kind === 'page' && visit.url, `${SITE_ORIGIN}/a/2/`);
    assert.deepInclude(browser.place, {state: {page: 2}, index: 1, length: 3});
    await show(browser.reload());
    assert.deepEqual(browser.place.state, {page: 2});
  });

  it('remembers how far one had scrolled', async () => {
    const {browser, go, show} = browse({'/a/': ok, '/b/': ok});
    await go('/a/');
    browser.noteScroll({x: 0, y: 120});
    await go('/b/');
    const visit = await show(browser.traverse(-1));
    assert.deepEqual(visit?.kind === 'page' && visit.position, {x: 0, y: 120});
  });

  it('goes on in another browser from plain data', async () => {
    const {browser, go} = browse({'/a/': () => ({cookie: 'a=1'}), '/b/': ok});
    await go('/a/');
    await go('/b/');
    const history = structuredClone(browser.history.toJSON());
    const {visitor} = browser;
    const other = new Browser({send: () => Promise.reject(new Error('unused')), visitor, history});
    assert.equal(other.url, `${SITE_ORIGIN}/b/`);
    assert.isTrue(other.history.canGoBack);
    assert.equal(other.visitor.jar.header(`${SITE_ORIGIN}/a/`), 'a=1');
  });
});
