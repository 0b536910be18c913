import {assert} from 'chai';
import {nextRequest} from '../../src/browser/redirect.js';
import {PlaygroundError} from '../../src/protocol/failure.js';
import type {Navigation} from '../../src/protocol/frame.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';

function ask(method: string, url = '/form/#part'): Navigation {
  return {
    method,
    url: SITE_ORIGIN + url,
    headers: [
      ['Content-Type', 'text/plain'],
      ['X-Mark', '1'],
    ],
    body: new TextEncoder().encode('body'),
    referrer: `${SITE_ORIGIN}/from/`,
  };
}

function answer(status: number, location?: string) {
  const headers = location === undefined ? [] : [['Location', location] as const];
  return {status, headers, body: new Uint8Array(), duration: 0};
}

describe('nextRequest', () => {
  const methods: [status: number, from: string, to: string][] = [
    [301, 'GET', 'GET'],
    [301, 'POST', 'GET'],
    [301, 'PUT', 'PUT'],
    [301, 'HEAD', 'HEAD'],
    [302, 'GET', 'GET'],
    [302, 'POST', 'GET'],
    [302, 'DELETE', 'DELETE'],
    [303, 'GET', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [307, 'POST', 'POST'],
    [307, 'GET', 'GET'],
    [308, 'POST', 'POST'],
    [308, 'PATCH', 'PATCH'],
  ];
  for (const [status, from, to] of methods) {
    it(`makes of a ${from} answered with ${status} a ${to}`, () => {
      const next = nextRequest(ask(from), answer(status, '/next/'));
      assert.equal(next?.method, to);
      assert.equal(next?.body.length, from === to ? 4 : 0);
      const names = next?.headers.map(([name]) => name);
      assert.deepEqual(names, from === to ? ['Content-Type', 'X-Mark'] : ['X-Mark']);
      assert.equal(next?.referrer, `${SITE_ORIGIN}/from/`);
    });
  }

  const targets: [location: string, url: string][] = [
    ['/next/', '/next/#part'],
    ['/next/#other', '/next/#other'],
    ['next/', '/form/next/#part'],
    ['../x', '/x#part'],
    ['?q=1', '/form/?q=1#part'],
    ['', '/form/#part'],
    ['//playground.localhost/y', '/y#part'],
  ];
  for (const [location, url] of targets) {
    it(`resolves ${JSON.stringify(location)}`, () => {
      assert.equal(nextRequest(ask('GET'), answer(302, location))?.url, SITE_ORIGIN + url);
    });
  }

  const policies: [policy: string, referrer: string | null][] = [
    ['no-referrer', null],
    ['unsafe-url', `${SITE_ORIGIN}/from/`],
    ['no-referrer, strict-origin', `${SITE_ORIGIN}/`],
    ['origin-when-cross-origin', `${SITE_ORIGIN}/from/`],
  ];
  for (const [policy, referrer] of policies) {
    it(`tells ${referrer} after a redirect with ${policy}`, () => {
      const response = answer(302, '/end/');
      const headers = [...response.headers, ['Referrer-Policy', policy] as const];
      assert.equal(nextRequest(ask('GET'), {...response, headers})?.referrer, referrer);
    });
  }

  it('gives the address of another site', () => {
    const next = nextRequest(ask('GET', '/'), answer(302, 'https://example.com/x'));
    assert.equal(next?.url, 'https://example.com/x');
  });

  for (const status of [200, 201, 204, 300, 304, 305, 404, 500]) {
    it(`takes ${status} for the last response`, () => {
      assert.isNull(nextRequest(ask('GET'), answer(status, '/next/')));
    });
  }

  it('takes a redirect without a Location for the last response', () => {
    assert.isNull(nextRequest(ask('GET'), answer(302)));
  });

  const failures: [location: string, message: RegExp][] = [
    ['http://', /no address/],
    ['javascript:alert(1)', /http or https/],
    ['data:text/html,x', /http or https/],
    ['https://playground.localhost/form/', /SECURE_SSL_REDIRECT/],
    ['http://playground.localhost:8000/', /written out in full/],
  ];
  for (const [location, message] of failures) {
    it(`fails on ${location}`, () => {
      try {
        nextRequest(ask('GET'), answer(302, location));
      } catch (error) {
        assert.instanceOf(error, PlaygroundError);
        assert.equal(error.code, 'bad-redirect');
        assert.match(error.message, message);
        return;
      }
      assert.fail('nothing was thrown');
    });
  }
});
