import {assert} from 'chai';
import {formatAddress, isOnSite, parseAddress} from '../../src/browser/address.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';

describe('parseAddress', () => {
  const current = `${SITE_ORIGIN}/polls/?page=2#top`;
  const cases: [typed: string, url: string | null][] = [
    ['/polls/', `${SITE_ORIGIN}/polls/`],
    ['polls/', `${SITE_ORIGIN}/polls/`],
    ['  /polls/  ', `${SITE_ORIGIN}/polls/`],
    ['', `${SITE_ORIGIN}/`],
    ['/', `${SITE_ORIGIN}/`],
    ['//polls/', `${SITE_ORIGIN}/polls/`],
    ['?page=3', `${SITE_ORIGIN}/polls/?page=3`],
    ['#end', `${SITE_ORIGIN}/polls/?page=2#end`],
    ['/café/', `${SITE_ORIGIN}/caf%C3%A9/`],
    ['/a:b/', `${SITE_ORIGIN}/a:b/`],
    [`${SITE_ORIGIN}/admin/`, `${SITE_ORIGIN}/admin/`],
    ['http://127.0.0.1:8000/polls/?a=b#c', `${SITE_ORIGIN}/polls/?a=b#c`],
    ['http://localhost:8000', `${SITE_ORIGIN}/`],
    ['localhost:8000/admin/', `${SITE_ORIGIN}/admin/`],
    ['[::1]:8000/admin/', `${SITE_ORIGIN}/admin/`],
    ['https://www.djangoproject.com/', 'https://www.djangoproject.com/'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['http://', null],
  ];
  for (const [typed, url] of cases) {
    it(`reads ${JSON.stringify(typed)}`, () => assert.equal(parseAddress(typed, current), url));
  }
});

describe('formatAddress', () => {
  it('shows what comes after the site’s origin', () => {
    assert.equal(formatAddress(`${SITE_ORIGIN}/polls/?page=2#top`), '/polls/?page=2#top');
  });
});

describe('isOnSite', () => {
  const cases: [url: string, expected: boolean][] = [
    [`${SITE_ORIGIN}/`, true],
    [SITE_ORIGIN, true],
    ['http://playground.localhost:80/x', true],
    ['http://PLAYGROUND.localhost/x', true],
    ['http://playground.localhost:8000/', false],
    ['https://playground.localhost/', false],
    ['http://playground.localhost.example.com/', false],
    ['http://user@example.com/playground.localhost', false],
    ['/polls/', false],
    ['data:text/plain,', false],
  ];
  for (const [url, expected] of cases) {
    it(`says ${expected} of ${url}`, () => assert.equal(isOnSite(url), expected));
  }
});
