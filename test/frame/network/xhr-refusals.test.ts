import {assert} from 'chai';
import {makeScripted} from './scripted.js';

describe('XMLHttpRequest in the frame, asked for what it cannot do,', () => {
  let site: Awaited<ReturnType<typeof makeScripted>>;

  before(async () => {
    site = await makeScripted({'/slow/': () => new Promise(() => {})});
  });
  after(() => site.remove());

  const refusals: [what: string, script: string, error: RegExp][] = [
    [
      'a request that waits',
      `xhr.open('GET', '/', false)`,
      /^InvalidAccessError: .*third argument/,
    ],
    ['a method that is none', `xhr.open('A B', '/')`, /^SyntaxError/],
    ['a method for proxies', `xhr.open('TRACE', '/')`, /^SecurityError/],
    ['an address that is none', `xhr.open('GET', 'http://')`, /^SyntaxError/],
    ['to send what is not open', `xhr.send()`, /^InvalidStateError/],
    ['to send twice', `xhr.open('GET', '/slow/'); xhr.send(); xhr.send()`, /^InvalidStateError/],
    ['a header too early', `xhr.setRequestHeader('A', 'b')`, /^InvalidStateError/],
    [
      'a header that is none',
      `xhr.open('GET', '/'); xhr.setRequestHeader('A b', 'c')`,
      /^SyntaxError/,
    ],
    [
      'a header that has no bytes',
      `xhr.open('GET', '/'); xhr.setRequestHeader('A', 'ﾃ')`,
      /^TypeError/,
    ],
    [
      'memory that others write to',
      `xhr.open('POST', '/');
       xhr.send(new WebAssembly.Memory({initial: 1, maximum: 1, shared: true}).buffer)`,
      /^TypeError: Shared memory/,
    ],
    [
      'credentials too late',
      `xhr.open('GET', '/slow/'); xhr.send(); xhr.withCredentials = true`,
      /^InvalidStateError/,
    ],
  ];
  for (const [what, script, error] of refusals) {
    it(`refuses ${what}`, async () => {
      const why = await site.run(`const xhr = new XMLHttpRequest(); ${script}`);
      assert.match(String(why), error);
    });
  }
});
