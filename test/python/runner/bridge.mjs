/**
 * Tests of what the worker calls, on Pyodide's own event loop, through the worker's own typed
 * wrapper: each is a name and a function that throws.
 */
import assert from 'node:assert/strict';
import {pbkdf2Sync} from 'node:crypto';
import {writeProject} from './bridge-project.mjs';
import {startInterpreter} from './interpreter.mjs';

const {openBridge} = await import('../../../src/worker/python.ts');
const {Ports} = await import('../../../src/worker/ports.ts');

const ROOT = '/project';
const LOAD = {
  files: [],
  settingsModule: 'mysite.settings',
  migrate: true,
  superuser: {name: 'admin', password: 'pässwörd'},
};

/**
 * @param {string} series
 * @returns {Promise<import('./totals.mjs').Counts>}
 */
export async function runBridgeTests(series) {
  const printed = [];
  const stages = [];
  let sources;
  const ports = new Ports();
  const pyodide = await startInterpreter(series, {
    output: (stream, text) => printed.push([stream, text]),
    stage: name => stages.push(name),
    sources: () => sources?.(),
    post: ports.post.bind(ports),
  });
  const bridge = openBridge(pyodide);
  bridge.install();

  const get = (path, options = {}) => respond('GET', path, options);
  const respond = async (method, path, {headers = [], body = ''} = {}) => {
    const response = await bridge.respond({
      method,
      url: `http://localhost:8000${path}`,
      headers: [['Accept', 'text/html'], ...headers],
      body: new TextEncoder().encode(body),
    });
    return {...response, text: new TextDecoder().decode(response.body)};
  };
  // As the worker answers, with the page's end of the port.
  const open = async serve => {
    const {port1, port2} = new MessageChannel();
    const page = listen(port2);
    try {
      return {...page, head: await ports.open(port1, bridge.deliver, serve)};
    } catch (error) {
      port2.close();
      throw error;
    }
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
  const manage = (args, stdin = '') => {
    printed.length = 0;
    const exitCode = bridge.manage({args, stdin});
    return {exitCode, output: printed.map(([, text]) => text).join('')};
  };
  // Pyodide's own list, made for memory snapshots, of what Python holds. Pyodide itself keeps the
  // function that was called last, with its object.
  const assertNothingHeld = () => {
    const {djangoPlayground: host} = globalThis;
    pyodide.runPython('import gc; gc.collect()');
    // oxlint-disable-next-line no-underscore-dangle -- Pyodide has no public name for it.
    pyodide._api.serializeHiwireState(held => {
      assert.ok([host, ...Object.values(host)].includes(held), String(held));
      return {};
    });
  };

  const tests = {
    'no JavaScript object is held after the installation': () => assertNothingHeld(),

    'questions before a project was loaded fail': async () => {
      await assert.rejects(get('/'), {name: 'PlaygroundError', message: /No project was loaded/});
      assert.throws(() => bridge.manage({args: ['check'], stdin: ''}), {name: 'PlaygroundError'});
    },

    'a project is loaded': () => {
      writeProject(pyodide.FS, ROOT);
      const report = bridge.load(ROOT, LOAD);
      assert.equal(report.error, undefined);
      assert.ok(report.django.startsWith(`${series}.`));
      assert.ok(report.phases.setup > 0);
      assert.deepEqual(stages, ['setup', 'migrate']);
      assert.deepEqual(printed, []);
    },

    'requests and responses cross': async () => {
      const headers = [
        ['X-One', 'ä'],
        ['Content-Type', 'application/octet-stream'],
      ];
      const response = await respond('PUT', '/echo/%C3%BC/?a=%20b', {headers, body: 'ü'});
      assert.equal(response.status, 200);
      assert.ok(response.duration > 0);
      assert.deepEqual(JSON.parse(response.text), {
        method: 'PUT',
        name: 'ü',
        get: {a: ' b'},
        body: 'Ã¼',
        header: 'ä',
      });
      const cookies = response.headers.filter(([name]) => name === 'Set-Cookie');
      assert.deepEqual(
        cookies.map(([, value]) => value),
        ['one=1; Path=/', 'two=2; Path=/'],
      );
      assert.ok(response.body instanceof Uint8Array);
      assert.deepEqual(printed, [['stdout', 'echo ü\n']]);
    },

    'requests that wait let others through': async () => {
      const waiting = get('/wait/');
      assert.equal((await get('/sleep/')).text, 'slept');
      assert.equal(manage(['check']).exitCode, 0);
      assert.equal((await get('/release/')).text, 'releasing');
      assert.equal((await waiting).text, 'released');
    },

    'synchronous code waits for coroutines': async () => {
      assert.equal((await get('/nested/')).text, '[["admin", 1], ["admin", 1]]');
      assert.equal((await get('/blocking/')).text, 'blocked');
    },

    'the ORM works in async views, in the one database there is': async () => {
      assert.equal((await get('/aorm/')).text, 'admin admin 1');
      const unsafe = await get('/unsafe/');
      assert.equal(unsafe.status, 500);
      assert.match(unsafe.text, /SynchronousOnlyOperation/);
    },

    'tasks outlive the request that made them': async () => {
      assert.equal((await get('/leave_behind/')).text, 'left');
      assert.equal((await get('/collect/')).text, 'done');
    },

    'no way of leaving Python ends the interpreter': async () => {
      for (const [path, message] of [
        ['/exit/', /sync exit/],
        ['/aexit/', /async exit/],
        ['/interrupt/', /async interrupt/],
      ]) {
        const response = await get(path);
        assert.equal(response.status, 500, path);
        assert.match(response.text, message);
        assert.equal((await get('/sleep/')).text, 'slept');
      }
    },

    'an exception is shown once its sources are there, or cannot be had': async () => {
      let arrive;
      const arrival = new Promise(resolve => (arrive = resolve));
      sources = () => arrival;
      const waiting = get('/wrong/').then(({status}) => status);
      assert.equal(await Promise.race([waiting, get('/sleep/').then(({text}) => text)]), 'slept');
      arrive();
      assert.equal(await waiting, 500);
      sources = () => Promise.reject(new Error('the connection broke'));
      assert.match((await get('/wrong/')).text, /went wrong/);
      sources = undefined;
      assert.match((await get('/wrong/')).text, /went wrong/);
    },

    'below synchronous middleware an exception is shown at once': async () => {
      sources = () => new Promise(() => {});
      const {status, text} = await get('/below/');
      sources = undefined;
      assert.equal(status, 500);
      assert.match(text, /went wrong/);
    },

    'a response that is too large is a failure': async () => {
      await assert.rejects(get('/endless/'), {code: 'response-too-large', message: /50 MB/});
      assert.equal((await get('/sleep/')).text, 'slept');
    },

    'a request that no browser sends is a failure': async () => {
      const request = {method: 'GET', url: 'nowhere', headers: [], body: new Uint8Array()};
      await assert.rejects(bridge.respond(request), {message: /no absolute HTTP address/});
    },

    'a response comes piece by piece, with other requests between': async () => {
      await get('/hold/');
      const {head, next} = await stream('/pieces/');
      assert.equal(head.status, 200);
      assert.equal(text((await next()).bytes), '0 ');
      assert.equal((await get('/sleep/')).text, 'slept');
      await get('/release/');
      assert.equal(text((await next()).bytes), '1 ');
      assert.equal(text((await next()).bytes), '2 ');
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
      assert.equal(text((await next()).bytes), 'one');
      const {end, failure} = await next();
      assert.equal(failure.code, 'response-broken');
      assert.match(failure.message, /LookupError \(broke off\)/);
      assert.equal(end.raised.type, 'LookupError');
      assert.match(printed.map(([, line]) => line).join(''), /LookupError: broke off/);
    },

    'a stream can be left before it has begun': async () => {
      await get('/hold/');
      const {port1, port2} = new MessageChannel();
      const request = {method: 'GET', url: 'http://localhost/wait/', headers: [], body: bytes('')};
      port2.postMessage({kind: 'abort'});
      const serve = number => bridge.stream(number, request);
      await assert.rejects(ports.open(port1, bridge.deliver, serve), {code: 'stopped'});
      port2.close();
      await assert.rejects(stream('nowhere'), {code: 'bad-request'});
    },

    'a socket takes text and bytes, and is closed by the page': async () => {
      const {head, post, next} = await connect('/echo/');
      assert.deepEqual(head, {status: 101, headers: [], protocol: 'chat'});
      post({kind: 'message', data: 'grüße'});
      assert.deepEqual(await next(), {kind: 'taken', bytes: 7});
      assert.deepEqual(await next(), {kind: 'message', data: 'grüße'});
      post({kind: 'message', data: bytes('\0ÿ')});
      assert.deepEqual(await next(), {kind: 'taken', bytes: 3});
      assert.deepEqual(await next(), {kind: 'message', data: bytes('\0ÿ')});
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

    'password hashes are those of other implementations': async () => {
      const {text} = await get(`/login/?password=${encodeURIComponent('pässwörd')}`);
      const [algorithm, iterations, salt, hash] = text.split('$');
      assert.equal(algorithm, 'pbkdf2_sha256');
      assert.ok(Number(iterations) >= 1_000_000, iterations);
      const expected = pbkdf2Sync('pässwörd', salt, Number(iterations), 32, 'sha256');
      assert.equal(hash, expected.toString('base64'));
      assert.equal((await get('/login/?password=wrong')).text, 'refused');
    },

    'commands run with input, output and exit code': async () => {
      const answers = 'ada\nada@example.com\nlovelace-1815\nlovelace-1815\n';
      const created = manage(['createsuperuser'], answers);
      assert.equal(created.exitCode, 0, created.output);
      assert.match(created.output, /: ada\nEmail address: ada@example.com\nPassword: \n/);
      assert.match((await get('/nested/')).text, /"ada", 2/);
      assert.deepEqual(manage(['shell', '-c', 'import sys; sys.exit(4)']), {
        exitCode: 4,
        output: manage(['shell', '-c', 'pass']).output,
      });
      assert.equal(manage(['runserver']).exitCode, 1);
    },

    'no JavaScript object is held after all this': () => assertNothingHeld(),
  };

  const counts = {passed: 0, failed: 0, skipped: 0};
  for (const [name, test] of Object.entries(tests)) {
    printed.length = 0;
    try {
      await test();
      counts.passed++;
    } catch (error) {
      counts.failed++;
      console.error(`FAIL: ${name}\n${error.stack}\n${printed.map(([, text]) => text).join('')}`);
    }
  }
  return counts;
}

/** The page's end of a port: what has arrived, and the next of it. */
function listen(port) {
  const arrived = [];
  let wake = () => {};
  port.on('message', message => {
    arrived.push(message);
    wake();
    if (message.kind === 'end') port.close();
  });
  const next = async () => {
    while (!arrived.length) await new Promise(resolve => (wake = resolve));
    return arrived.shift();
  };
  return {arrived, next, post: message => port.postMessage(message)};
}

/** @param {string} content */
function bytes(content) {
  return new TextEncoder().encode(content);
}

/** @param {Uint8Array} content */
function text(content) {
  return new TextDecoder().decode(content);
}
