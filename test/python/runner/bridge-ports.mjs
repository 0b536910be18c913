/** Tests of streams and sockets, as `bridge.mjs` has them. */
import assert from 'node:assert/strict';

/**
 * @param {import('../../../src/worker/python.ts').Bridge} bridge
 * @param {{ports: import('../../../src/worker/ports.ts').Ports, heard: EventTarget}} channels
 * @param {Function} get Asks for a page.
 * @param {[stream: string, text: string][]} printed
 */
export function portTests(bridge, {ports, heard}, get, printed) {
  // As the worker answers, with the page's end of the port.
  let last = 0;
  const open = async serve => {
    const port = ++last;
    const {arrived, next} = listen(heard, port);
    const post = message => bridge.deliver(port, message);
    return {post, arrived, next, head: await ports.open(port, serve(port))};
  };
  const stream = (path, method = 'GET') => {
    const url = `http://localhost:8000${path}`;
    const request = {method, url, headers: [], body: new Uint8Array()};
    return open(number => bridge.stream(number, request));
  };
  const connect = (path, protocols = ['chat']) => {
    const url = `ws://localhost:8000${path}`;
    return open(number => bridge.connect(number, {url, headers: [], protocols}));
  };
  return {
    'a response comes piece by piece, with other requests between': async () => {
      await get('/hold/');
      const {head, next} = await stream('/pieces/');
      assert.equal(head.status, 200);
      assert.equal(decode((await next()).bytes), '0 ');
      assert.equal((await get('/sleep/')).text, 'slept');
      await get('/release/');
      assert.equal(decode((await next()).bytes), '1 ');
      assert.equal(decode((await next()).bytes), '2 ');
      const {kind, end, failure} = await next();
      assert.equal(kind, 'end');
      assert.ok(end.duration > 0);
      assert.equal(end.queries, 0);
      assert.equal(failure, undefined);
    },

    'a synchronous iterator waits for a page that is slow, and ends when nobody listens':
      async () => {
        const {post, next, arrived} = await stream('/sync_pieces/');
        // The first sixteen fill the window.
        while (arrived.length < 16) await get('/sleep/');
        await get('/sleep/');
        assert.equal(arrived.length, 16);
        post({kind: 'taken', bytes: 2 ** 16});
        while (arrived.length < 17) await get('/sleep/');
        post({kind: 'abort'});
        for (let n = 0; n < 17; n++) assert.equal((await next()).bytes.length, 2 ** 16);
        assert.equal((await next()).kind, 'end');
      },

    'a response that breaks off says so': async () => {
      const {next} = await stream('/breaks/');
      assert.equal(decode((await next()).bytes), 'one');
      const {end, failure} = await next();
      assert.equal(failure.code, 'response-broken');
      assert.match(failure.message, /LookupError \(broke off\)/);
      assert.equal(end.raised.type, 'LookupError');
      assert.match(printed.map(([, line]) => line).join(''), /LookupError: broke off/);
    },

    'a stream can be left before it has begun': async () => {
      await get('/hold/');
      const request = {method: 'GET', url: 'http://localhost/wait/', headers: [], body: encode('')};
      const serving = open(number => {
        const served = bridge.stream(number, request);
        bridge.deliver(number, {kind: 'abort'});
        return served;
      });
      await assert.rejects(serving, {code: 'stopped'});
      await assert.rejects(stream('nowhere'), {code: 'bad-request'});
    },

    'a socket takes text and bytes, and is closed by the page': async () => {
      const {head, post, next} = await connect('/echo/');
      assert.deepEqual(head, {status: 101, headers: [], protocol: 'chat'});
      post({kind: 'message', data: 'grüße'});
      assert.deepEqual(await next(), {kind: 'taken', bytes: 7});
      assert.deepEqual(await next(), {kind: 'message', data: 'grüße'});
      post({kind: 'message', data: encode('\0ÿ')});
      assert.deepEqual(await next(), {kind: 'taken', bytes: 3});
      assert.deepEqual(await next(), {kind: 'message', data: encode('\0ÿ')});
      post({kind: 'close', code: 3001, reason: 'enough'});
      const {kind, end} = await next();
      assert.equal(kind, 'end');
      assert.equal(end.code, 3001);
      assert.equal(end.reason, 'enough');
      await get('/sleep/');
      assert.deepEqual(printed, [['stdout', 'closed with 3001 enough\n']]);
    },

    'a socket is refused, and closed where the site raises': async () => {
      const refused = await connect('/refused/');
      assert.equal(refused.head.status, 403);
      assert.equal((await refused.next()).end.code, 1006);
      const {post, next} = await connect('/echo/');
      post({kind: 'message', data: 'raise'});
      assert.equal((await next()).kind, 'taken');
      const {end} = await next();
      assert.equal(end.code, 1011);
      assert.equal(end.raised.message, 'in a socket');
      await assert.rejects(connect('/', ['no protocol']), {code: 'bad-request'});
    },
  };
}

/** The page's end of a port: what has arrived, and the next of it. */
function listen(heard, port) {
  const arrived = [];
  let wake;
  heard.addEventListener(String(port), ({detail}) => {
    arrived.push(detail);
    wake?.();
  });
  const next = async () => {
    while (!arrived.length) await new Promise(resolve => (wake = resolve));
    return arrived.shift();
  };
  return {arrived, next};
}

/** @param {string} content */
function encode(content) {
  return new TextEncoder().encode(content);
}

/** @param {Uint8Array} content */
function decode(content) {
  return new TextDecoder().decode(content);
}
