import {assert} from 'chai';
import {type Destination, requestHeaders} from '../../src/browser/headers.js';
import type {Navigation} from '../../src/protocol/frame.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';

const IDENTITY = {userAgent: 'Tester/1', languages: ['de-CH', 'de', 'en']};

function headers(
  parts: Partial<Navigation>,
  destination: Destination = 'document',
  cookie = '',
): Record<string, string> {
  const navigation: Navigation = {
    method: 'GET',
    url: `${SITE_ORIGIN}/polls/`,
    headers: [],
    body: new Uint8Array(),
    referrer: `${SITE_ORIGIN}/from/?q=1#part`,
    ...parts,
  };
  return Object.fromEntries(requestHeaders(navigation, destination, cookie, IDENTITY));
}

describe('requestHeaders', () => {
  it('of a link are a browser’s', () => {
    assert.deepEqual(headers({}, 'document', 'a=1'), {
      Host: 'playground.localhost',
      'User-Agent': 'Tester/1',
      Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'Accept-Language': 'de-CH,de;q=0.9,en;q=0.8',
      Referer: `${SITE_ORIGIN}/from/?q=1`,
      'Upgrade-Insecure-Requests': '1',
      'Sec-Fetch-Site': 'same-origin',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-User': '?1',
      'Sec-Fetch-Dest': 'document',
      Cookie: 'a=1',
    });
  });

  it('of a form carry its type, its length and the origin', () => {
    const sent = headers({
      method: 'POST',
      headers: [['Content-Type', 'text/plain']],
      body: new TextEncoder().encode('é'),
    });
    assert.equal(sent['Content-Type'], 'text/plain');
    assert.equal(sent['Content-Length'], '2');
    assert.equal(sent['Origin'], SITE_ORIGIN);
  });

  it('of an empty POST say that it is empty', () => {
    assert.equal(headers({method: 'POST'})['Content-Length'], '0');
  });

  it('of an address that was typed name no page it came from', () => {
    const sent = headers({referrer: null});
    assert.notProperty(sent, 'Referer');
    assert.equal(sent['Sec-Fetch-Site'], 'none');
  });

  it('never name a page of another site', () => {
    assert.notProperty(headers({referrer: 'https://example.com/secret'}), 'Referer');
  });

  it('of a static file name what it is for', () => {
    const sent = headers({}, 'style');
    assert.equal(sent['Sec-Fetch-Dest'], 'style');
    assert.equal(sent['Sec-Fetch-Mode'], 'no-cors');
    assert.equal(sent['Accept'], 'text/css,*/*;q=0.1');
    assert.notProperty(sent, 'Upgrade-Insecure-Requests');
    assert.notProperty(sent, 'Sec-Fetch-User');
  });

  it('let the asker choose, but for what only the browser knows', () => {
    const sent = headers({
      headers: [
        ['accept', 'application/json'],
        ['cookie', 'forged=1'],
        ['Host', 'example.com'],
        ['Content-Length', '99'],
      ],
    });
    assert.equal(sent['accept'], 'application/json');
    assert.notProperty(sent, 'Accept');
    assert.notProperty(sent, 'cookie');
    assert.notProperty(sent, 'Content-Length');
    assert.equal(sent['Host'], 'playground.localhost');
  });
});
