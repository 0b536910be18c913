/**
 * Tests of what the worker calls, on Pyodide's own event loop, through the worker's own typed
 * wrapper: each is a name and a function that throws.
 */
import assert from 'node:assert/strict';
import {pbkdf2Sync} from 'node:crypto';
import {writeProject} from './bridge-project.mjs';
import {portTests} from './bridge-ports.mjs';
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
  const heard = new EventTarget();
  const ports = new Ports((port, detail) =>
    heard.dispatchEvent(new CustomEvent(String(port), {detail})),
  );
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

    ...portTests(bridge, {ports, heard}, get, printed),

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
