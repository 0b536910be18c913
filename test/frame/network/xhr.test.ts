/** All that one class does; longer than 300 lines because each of its parts has a case. */
import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {makePieces, makeScripted} from './scripted.js';

/** Tells of every event of a request, in order. */
const HELPERS = `
  window.watch = xhr => {
    const log = [];
    const types = ['loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];
    xhr.onreadystatechange = () => log.push(xhr.readyState);
    for (const type of types) {
      xhr.addEventListener(type, event => log.push(type + ' ' + event.loaded));
      xhr.upload['on' + type] = event => log.push('upload ' + type + ' ' + event.loaded);
    }
    return log;
  };
  window.over = xhr => new Promise(resolve => xhr.addEventListener('loadend', resolve));
  window.get = async (url, set = () => {}) => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', url);
    set(xhr);
    xhr.send();
    await over(xhr);
    return xhr;
  };
`;

describe('XMLHttpRequest in the frame', () => {
  let site: Awaited<ReturnType<typeof makeScripted>>;
  let pieces: ReturnType<typeof makePieces>;

  before(async () => {
    site = await makeScripted({
      '/echo/': ({method, headers, body}) => ({
        headers: [['Content-Type', 'text/plain']],
        body: JSON.stringify({method, headers, body: new TextDecoder().decode(body)}),
      }),
      '/json/': () => ({
        status: 201,
        statusText: 'Created',
        url: `${SITE_ORIGIN}/final/`,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Two', '1'],
          ['Content-Length', '9'],
          ['X-Two', '2'],
        ],
        body: '{"a":"ü"}',
      }),
      '/html/': () => ({
        headers: [['Content-Type', 'text/html; charset=utf-8']],
        body: '<!DOCTYPE html><title>Found</title>',
      }),
      '/xml/': () => ({headers: [['Content-Type', 'application/xml']], body: '<one><two/></one>'}),
      '/said/': () => ({
        headers: [['Content-Type', 'application/xml']],
        body: '<?xml version="1.0" encoding="latin1"?><a>ü</a>',
      }),
      '/marked/': () => ({headers: [['Content-Type', 'text/xml']], body: '\ufeff<a/>'}),
      '/page/': () => ({
        headers: [['Content-Type', 'text/html']],
        body: '<!DOCTYPE html><meta charset="latin1"><p>ü</p>',
      }),
      '/latin/': () => ({headers: [['Content-Type', 'text/plain; charset=latin1']], body: 'ü'}),
      '/empty/': () => ({status: 204, statusText: 'No Content'}),
      '/pieces/': () => ({body: pieces.body}),
      '/slow/': () => new Promise(() => {}),
    });
    await site.run(HELPERS);
  });
  beforeEach(() => (pieces = makePieces()));
  after(() => site.remove());

  it('is one, with all that one has', async () => {
    const found = await site.run(`
      const xhr = new XMLHttpRequest();
      return [xhr instanceof XMLHttpRequest, xhr instanceof EventTarget, XMLHttpRequest.DONE,
        xhr.LOADING, XMLHttpRequest.name, xhr.upload instanceof XMLHttpRequestUpload,
        xhr.readyState, xhr.status, xhr.responseURL, xhr.getAllResponseHeaders(), String(xhr)];
    `);
    const text = '[object XMLHttpRequest]';
    assert.deepEqual(found, [true, true, 4, 3, 'XMLHttpRequest', true, 0, 0, '', '', text]);
  });

  it('tells of its states in order', async () => {
    const log = await site.run(`
      const xhr = new XMLHttpRequest();
      const log = watch(xhr);
      xhr.open('GET', '/json/');
      xhr.send();
      log.push('sent');
      await over(xhr);
      return log.join(', ');
    `);
    const last = 'progress 10, 4, load 10, loadend 10';
    assert.equal(log, `1, loadstart 0, sent, 2, 3, ${last}`);
  });

  it('tells of what it sends', async () => {
    const log = await site.run(`
      const xhr = new XMLHttpRequest();
      const log = watch(xhr);
      xhr.open('POST', '/empty/');
      xhr.send('12345');
      log.push('sent');
      await over(xhr);
      return log.join(', ');
    `);
    assert.equal(
      log,
      '1, loadstart 0, upload loadstart 0, sent, upload progress 5, upload load 5, ' +
        'upload loadend 5, 2, progress 0, 4, load 0, loadend 0',
    );
  });

  it('gives what came, and where it came from', async () => {
    const found = await site.run(`
      const xhr = await get('/json/');
      return [xhr.status, xhr.statusText, xhr.responseURL, xhr.responseText, xhr.response,
        xhr.getResponseHeader('x-TWO'), xhr.getResponseHeader('none'), xhr.getAllResponseHeaders()];
    `);
    const headers = 'content-length: 9\r\ncontent-type: application/json\r\nx-two: 1, 2\r\n';
    const text = '{"a":"ü"}';
    assert.deepEqual(found, [
      201,
      'Created',
      `${SITE_ORIGIN}/final/`,
      text,
      text,
      '1, 2',
      null,
      headers,
    ]);
  });

  it('gives it in the type that was asked for', async () => {
    const found = await site.run(`
      const as = (url, type) => get(url, xhr => (xhr.responseType = type));
      const json = await as('/json/', 'json');
      const bytes = await as('/json/', 'arraybuffer');
      const blob = await as('/json/', 'blob');
      const html = await as('/html/', 'document');
      const xml = await get('/xml/');
      const none = await as('/html/', 'json');
      const why = (() => { try { json.responseText } catch (error) { return error.name } })();
      return [json.response.a, json.response === json.response, bytes.response.byteLength,
        blob.response.size, blob.response.type, html.response.title, html.responseXML.title,
        xml.responseXML.documentElement.localName, (await get('/html/')).responseXML,
        none.response, why];
    `);
    assert.deepEqual(found, [
      'ü',
      true,
      10,
      10,
      'application/json',
      'Found',
      'Found',
      'one',
      null,
      null,
      'InvalidStateError',
    ]);
  });

  it('reads text in its charset, or another one', async () => {
    const found = await site.run(`
      const own = await get('/latin/');
      const other = await get('/latin/', xhr => xhr.overrideMimeType('text/plain; charset=utf-8'));
      const early = new XMLHttpRequest();
      early.overrideMimeType('text/plain; charset=utf-8');
      early.open('GET', '/latin/');
      early.send();
      await over(early);
      const none = await get('/latin/', xhr => xhr.overrideMimeType('text; charset=utf-8'));
      const unknown = await get('/latin/', xhr => xhr.overrideMimeType('text/plain; charset=?'));
      return [own, other, early, none, unknown].map(xhr => xhr.responseText);
    `);
    assert.deepEqual(found, ['Ã¼', 'ü', 'ü', 'Ã¼', 'ü']);
  });

  it('reads documents in the encoding that they say they have', async () => {
    const found = await site.run(`
      const xml = await get('/said/');
      const marked = await get('/marked/');
      const text = await get('/said/', xhr => { xhr.responseType = 'text'; });
      const page = await get('/page/', xhr => { xhr.responseType = 'document'; });
      return [xml.responseText.slice(-7), xml.responseXML.documentElement.textContent,
        marked.responseText, text.response.slice(-6), page.response.querySelector('p').textContent];
    `);
    assert.deepEqual(found, ['>Ã¼</a>', 'Ã¼', '<a/>', '>ü</a>', 'Ã¼']);
  });

  it('makes a text of what is no body, once', async () => {
    const found = await site.run(`
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '/echo/');
      let times = 0;
      xhr.send({toString: () => 'text ' + ++times});
      await over(xhr);
      return JSON.parse(xhr.response).body;
    `);
    assert.equal(found, 'text 1');
  });

  it('is aborted before it has sent anything', async () => {
    const log = await site.run(`
      const xhr = new XMLHttpRequest();
      const log = watch(xhr);
      xhr.addEventListener('loadstart', () => xhr.abort());
      xhr.open('POST', '/slow/');
      xhr.send('x');
      return log.join(', ');
    `);
    assert.equal(log, '1, loadstart 0, 4, upload abort 0, upload loadend 0, abort 0, loadend 0');
  });

  it('gives text as it comes', async () => {
    const first = site.run(`
      window.xhr = new XMLHttpRequest();
      xhr.open('GET', '/pieces/');
      xhr.send();
      window.ended = over(xhr);
      await new Promise(resolve => xhr.addEventListener('progress', resolve, {once: true}));
      return [xhr.readyState, xhr.responseText];
    `);
    pieces.send('one');
    assert.deepEqual(await first, [3, 'one']);
    pieces.send(' two');
    pieces.send(null);
    assert.deepEqual(await site.run(`await ended; return xhr.responseText`), 'one two');
  });

  it('sends headers as they are given, but for some', async () => {
    const found = await site.run(`
      const xhr = new XMLHttpRequest();
      xhr.open('patch', '/echo/');
      xhr.setRequestHeader('X-A', '1');
      xhr.setRequestHeader('x-a', '2');
      xhr.setRequestHeader('Referer', 'forged');
      xhr.send(new URLSearchParams({a: 'b'}));
      await over(xhr);
      return JSON.parse(xhr.response);
    `);
    const {method, headers, body} = found as {method: string; headers: string[][]; body: string};
    assert.equal(method, 'patch');
    assert.equal(body, 'a=b');
    assert.sameDeepMembers(headers, [
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
      ['x-a', '1, 2'],
    ]);
  });

  it('can be aborted, and used again', async () => {
    const log = await site.run(`
      const xhr = new XMLHttpRequest();
      const log = watch(xhr);
      xhr.open('POST', '/slow/');
      xhr.send('x');
      xhr.abort();
      log.push(xhr.readyState, xhr.status);
      xhr.open('GET', '/empty/');
      xhr.send();
      await over(xhr);
      log.push(xhr.status);
      return log.join(', ');
    `);
    assert.equal(
      log,
      '1, loadstart 0, upload loadstart 0, 4, upload abort 0, upload loadend 0, ' +
        'abort 0, loadend 0, 0, 0, 1, loadstart 0, 2, progress 0, 4, load 0, ' +
        'loadend 0, 204',
    );
  });

  it('fails, and takes no longer than it may', async () => {
    const log = await site.run(`
      const failed = new XMLHttpRequest();
      const log = watch(failed);
      failed.open('GET', '/nowhere/');
      failed.send();
      await over(failed);
      const late = new XMLHttpRequest();
      const lateLog = watch(late);
      late.open('GET', '/slow/');
      late.timeout = 20;
      late.send();
      await over(late);
      return [...log, failed.status, ...lateLog].join(', ');
    `);
    assert.equal(
      log,
      '1, loadstart 0, 4, error 0, loadend 0, 0, 1, loadstart 0, 4, timeout 0, loadend 0',
    );
  });

  it('is the browser’s own for other sites', async () => {
    const found = await site.run(`
      const xhr = await get('data:text/plain,abc');
      const blob = URL.createObjectURL(new Blob(['in a blob']));
      return [xhr.responseText, (await get(blob)).responseText];
    `);
    assert.deepEqual(found, ['abc', 'in a blob']);
  });

  it('keeps what is given for a handler, as browsers do', async () => {
    const found = await site.run(`
      const request = new XMLHttpRequest();
      const handler = {};
      request.onload = handler;
      const isKept = request.onload === handler;
      request.onload = 'x';
      return [isKept, request.onload];
    `);
    assert.deepEqual(found, [true, null]);
  });
});
