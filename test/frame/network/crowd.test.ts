import {assert} from 'chai';
import {GUEST_HELLO} from '../../../src/protocol/frame.js';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {makeScripted} from './scripted.js';

describe('a page that asks too much', () => {
  let site: Awaited<ReturnType<typeof makeScripted>>;

  beforeEach(async () => {
    site = await makeScripted({'/slow/': () => new Promise(() => {}), '/': () => ({})});
  });
  afterEach(() => site.remove());

  it('waits, and is refused where too much waits already', async () => {
    const found = await site.run(`
      const failing = Array.from({length: 10200}, () => fetch('/slow/')).slice(10000);
      return Promise.race(failing).catch(String);
    `);
    assert.equal(found, 'TypeError: Too many requests at once.');
    assert.lengthOf(await site.asked(({url}) => url.endsWith('/slow/'), 100), 100);
  });

  it('gets no more where it does not wait', async () => {
    await site.run(`
      const {port1, port2} = new MessageChannel();
      parent.postMessage('${GUEST_HELLO}', '*', [port2]);
      const request = {method: 'GET', url: '${SITE_ORIGIN}/slow/', headers: [], body: new Uint8Array()};
      for (let i = 0; i < 300; i++) {
        const {port2: port} = new MessageChannel();
        port1.postMessage({kind: 'request', request, port}, [port]);
      }
    `);
    assert.deepInclude(await site.frame.next('crowd'), {of: 'requests'});
    assert.equal(site.requests.length, 200);
  });

  it('cannot ask for what no browser would', async () => {
    const answers = await site.run(`
      const {port1, port2} = new MessageChannel();
      parent.postMessage('${GUEST_HELLO}', '*', [port2]);
      const good = {method: 'GET', url: '${SITE_ORIGIN}/', headers: [], body: new Uint8Array()};
      const ask = changes => new Promise(resolve => {
        const {port1: own, port2: port} = new MessageChannel();
        own.onmessage = ({data}) => resolve(data.kind);
        port1.postMessage({kind: 'request', request: {...good, ...changes}, port}, [port]);
      });
      return Promise.all([
        {},
        {url: 'https://example.com/'},
        {url: 'http://user@playground.localhost/'},
        {method: 'GET / HTTP/1.1\\r\\nX:'},
        {method: 'CONNECT'},
        {headers: [['A b', 'c']]},
        {headers: [['A', 'b\\r\\nC: d']]},
        {headers: [['A', '\\0']]},
        {headers: 'A: b'},
        {body: 'text'},
      ].map(ask));
    `);
    const [good, ...others] = answers as string[];
    assert.equal(good, 'head');
    assert.deepEqual(new Set(others), new Set(['end']));
    assert.equal(site.requests.length, 1);
  });
});
