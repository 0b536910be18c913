import {assert} from 'chai';
import {forbidsFraming} from '../../src/page/index.js';

describe('a response that is to be shown in a frame of its site', () => {
  const cases: [header: string, value: string, isForbidden: boolean][] = [
    ['X-Frame-Options', 'DENY', true],
    ['x-frame-options', 'deny', true],
    ['X-Frame-Options', 'SAMEORIGIN', false],
    ['X-Frame-Options', 'ALLOW-FROM http://a.example', false],
    ['Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'", true],
    ['Content-Security-Policy', "frame-ancestors 'self'", false],
    ['Content-Security-Policy', 'frame-ancestors https://a.example', true],
    ['Content-Security-Policy', 'frame-ancestors http://playground.localhost', false],
    ['Content-Security-Policy', "default-src 'none'", false],
  ];
  for (const [name, value, isForbidden] of cases) {
    it(`${isForbidden ? 'is not' : 'is'} with ${name}: ${value}`, () => {
      assert.equal(forbidsFraming([[name, value]]) !== null, isForbidden);
    });
  }

  it('has the policy count where both are there', () => {
    const headers = [
      ['X-Frame-Options', 'DENY'],
      ['Content-Security-Policy', "frame-ancestors 'self'"],
    ] as const;
    assert.isNull(forbidsFraming(headers));
  });
});
