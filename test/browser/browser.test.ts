import {assert} from 'chai';
import {get} from '../../src/browser/index.js';
import {PlaygroundError} from '../../src/protocol/failure.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {type Answer, type View, browse, form, header, later, ok} from './tiny-site.js';

async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    assert.instanceOf(error, Error);
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('Browser', () => {
  it('asks without the fragment and shows with it', async () => {
    const {requests, go} = browse({'/a/': ok});
    const visit = await go('/a/?q=1#part');
    assert.equal(requests[0]?.url, `${SITE_ORIGIN}/a/?q=1`);
    assert.equal(visit?.kind === 'page' && visit.url, `${SITE_ORIGIN}/a/?q=1#part`);
  });

  it('keeps cookies, also those of a redirect', async () => {
    const {requests, go, post} = browse({
      '/login/': () => ({location: '/home/', cookie: 'sessionid=1; Path=/; HttpOnly'}),
      '/home/': ok,
    });
    await post('/login/');
    await go('/home/');
    assert.deepEqual(
      requests.map(request => header(request, 'Cookie')),
      [undefined, 'sessionid=1', 'sessionid=1'],
    );
  });

  it('makes a GET of a form that is redirected', async () => {
    const {browser, requests, post} = browse({
      '/vote/': () => ({location: '/done/'}),
      '/done/': ok,
    });
    await post('/vote/');
    const last = requests[1];
    assert.deepEqual([last?.method, last?.body.length], ['GET', 0]);
    assert.isUndefined(header(last, 'Content-Type'));
    assert.isUndefined(header(last, 'Origin'));
    assert.equal(header(last, 'Referer'), `${SITE_ORIGIN}/`);
    assert.equal(browser.url, `${SITE_ORIGIN}/done/`);
    assert.isFalse(browser.reloadSendsForm);
  });

  it('sends the whole form again after 307', async () => {
    const {requests, post} = browse({
      '/old/': () => ({status: 307, location: '/new/'}),
      '/new/': ok,
    });
    await post('/old/');
    assert.deepEqual([requests[1]?.method, requests[1]?.body], ['POST', form('/').body]);
    assert.equal(header(requests[1], 'Origin'), SITE_ORIGIN);
  });

  it('follows twenty redirects and no more', async () => {
    const views: Record<string, View> = {'/20/': ok, '/loop/': () => ({location: '/loop/'})};
    for (let i = 0; i < 20; i++) views[`/${i}/`] = () => ({location: `/${i + 1}/`});
    const {requests, go} = browse(views);
    assert.equal((await go('/0/'))?.kind, 'page');
    assert.lengthOf(requests, 21);
    const error = await failure(go('/loop/'));
    assert.instanceOf(error, PlaygroundError);
    assert.equal(error.code, 'bad-redirect');
    assert.match(error.message, /20 times.*\/loop\//);
  });

  it('starts anew with the cookies of an earlier visit', async () => {
    const {browser, go} = browse({'/a/': () => ({cookie: 'a=1; Path=/'}), '/b/': ok});
    await go('/a/');
    const cookies = browser.visitor.jar.toJSON();
    browser.visitor.jar.clear();
    await go('/b/');
    assert.equal(browser.visitor.jar.header(`${SITE_ORIGIN}/b/`), '');
    browser.clear();
    browser.visitor.jar.restore(cookies);
    assert.isNull(browser.history.current);
    assert.equal(browser.visitor.jar.header(`${SITE_ORIGIN}/b/`), 'a=1');
  });

  it('reports a redirect to another site instead of following it', async () => {
    const {browser, go} = browse({'/': ok, '/out/': () => ({location: 'https://example.com/'})});
    await go('/');
    assert.deepEqual(await go('/out/'), {kind: 'external', url: 'https://example.com/'});
    assert.equal(browser.url, `${SITE_ORIGIN}/`);
  });

  describe('when something else is asked meanwhile', () => {
    it('lets the last navigation win and keeps the cookies of the first', async () => {
      const slow = later<Answer>();
      const {browser, go} = browse({'/slow/': () => slow.promise, '/fast/': ok});
      const first = go('/slow/');
      await go('/fast/');
      slow.resolve({cookie: 'late=1; Path=/'});
      assert.equal((await failure(first)).name, 'AbortError');
      assert.equal(browser.url, `${SITE_ORIGIN}/fast/`);
      assert.equal(browser.visitor.jar.header(`${SITE_ORIGIN}/`), 'late=1');
    });

    it('does not follow the redirect of a navigation that lost', async () => {
      const slow = later<Answer>();
      const {requests, go} = browse({'/slow/': () => slow.promise, '/fast/': ok, '/next/': ok});
      const first = go('/slow/');
      await go('/fast/');
      slow.resolve({location: '/next/'});
      assert.equal((await failure(first)).name, 'AbortError');
      assert.lengthOf(requests, 2);
    });

    it('does not commit a page that comes too late', async () => {
      const {browser, go} = browse({'/a/': ok, '/b/': ok});
      const visit = await browser.navigate(get(`${SITE_ORIGIN}/a/`));
      await go('/b/');
      assert(visit.kind === 'page');
      assert.isTrue(visit.signal.aborted);
      assert.throws(() => browser.commit(visit));
    });

    it('leaves the request of a navigation that lost to the site', async () => {
      const signals: (AbortSignal | undefined)[] = [];
      const slow = later<Answer>();
      const {go} = browse({
        '/slow/': (_, signal) => {
          signals.push(signal);
          return slow.promise;
        },
        '/': ok,
      });
      const first = go('/slow/');
      await go('/');
      assert.deepEqual(signals, [undefined]);
      slow.resolve({});
      await failure(first);
    });
  });

  it('hands the caller’s signal to the site and stops at it', async () => {
    const controller = new AbortController();
    const {browser} = browse({
      '/': (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    const visiting = browser.navigate(get(`${SITE_ORIGIN}/`), {signal: controller.signal});
    controller.abort();
    assert.equal((await failure(visiting)).name, 'AbortError');
  });

  it('makes other requests with cookies and without history', async () => {
    const {browser, requests, go} = browse({
      '/': () => ({cookie: 'a=1'}),
      '/static/style.css': () => ({location: '/static/style.1.css'}),
      '/static/style.1.css': ok,
    });
    await go('/');
    const asked = get(`${SITE_ORIGIN}/static/style.css`, browser.url);
    const {navigation, response} = await browser.request(asked, {destination: 'style'});
    assert.equal(response?.status, 200);
    assert.equal(navigation.url, `${SITE_ORIGIN}/static/style.1.css`);
    assert.equal(header(requests[2], 'Cookie'), 'a=1');
    assert.equal(header(requests[2], 'Sec-Fetch-Dest'), 'style');
    assert.equal(browser.url, `${SITE_ORIGIN}/`);
  });
});
