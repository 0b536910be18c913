import {assert} from 'chai';
import type {ScriptSocket} from '../../../src/protocol/frame-network.js';
import type {Socket} from '../../../src/protocol/socket.js';
import {echoSocket} from './echo-socket.js';
import {makeScripted} from './scripted.js';

/** Keeps what a socket dispatches until somebody takes it. */
const HELPERS = `
  window.open = (address, protocols) => {
    const heard = [];
    let notice = () => {};
    const socket = new WebSocket(address, protocols);
    for (const type of ['open', 'message', 'error', 'close']) {
      socket.addEventListener(type, event => {
        const {data, code, reason, wasClean} = event;
        heard.push(type === 'close' ? ['close', code, reason, wasClean] : [type, data]);
        notice();
      });
    }
    socket.take = async () => {
      while (heard.length === 0) await new Promise(resolve => (notice = resolve));
      return heard.shift();
    };
    return socket;
  };
`;

describe('WebSocket in the frame', () => {
  let site: Awaited<ReturnType<typeof makeScripted>>;
  const asked: ScriptSocket[] = [];
  const sockets: ReturnType<typeof echoSocket>[] = [];

  async function connect(request: ScriptSocket): Promise<Socket> {
    asked.push(request);
    if (request.url.endsWith('/refused/')) return {status: 403} as Socket;
    const socket = echoSocket(request);
    sockets.push(socket);
    return socket;
  }
  before(async () => {
    site = await makeScripted({}, connect);
    await site.run(HELPERS);
  });
  after(() => site.remove());

  it('is one', async () => {
    const found = await site.run(`
      const socket = open('/chat/?room=1', ['chat', 'soap']);
      const before = [socket.url, socket.readyState, socket.protocol, socket.binaryType];
      await socket.take();
      const after = [socket.readyState, socket.protocol, socket.extensions];
      socket.onmessage = 5;
      socket.close();
      return [...before, ...after, socket.readyState, socket instanceof WebSocket,
        socket instanceof EventTarget, WebSocket.name, WebSocket.CLOSED, socket.OPEN,
        socket.onmessage];
    `);
    const url = 'ws://playground.localhost/chat/?room=1';
    const is = [true, true, 'WebSocket', 3, 1, null];
    assert.deepEqual(found, [url, 0, '', 'blob', 1, 'chat', '', 2, ...is]);
    assert.deepEqual(asked.at(-1), {url, protocols: ['chat', 'soap']});
  });

  for (const address of [
    'ws://playground.localhost/x/',
    'wss://playground.localhost/x/',
    'http://playground.localhost/x/',
    '../x/',
  ]) {
    it(`leads to ${address}`, async () => {
      await site.run(`const socket = open('${address}'); await socket.take(); socket.close()`);
      assert.equal(asked.at(-1)?.url, 'ws://playground.localhost/x/');
    });
  }

  it('takes nothing that a browser would not take', async () => {
    const found = await site.run(`
      const nameOf = act => { try { return act() } catch (error) { return error.name } };
      const socket = new WebSocket('/echo/');
      socket.binaryType = 'text';
      return [nameOf(() => new WebSocket()), nameOf(() => socket.send()), socket.binaryType,
        nameOf(() => Object.defineProperty(WebSocket.prototype, 'OPEN', {value: 2}))];
    `);
    assert.deepEqual(found, ['TypeError', 'TypeError', 'blob', 'TypeError']);
  });

  it('carries text and bytes, in order', async () => {
    const found = await site.run(`
      const socket = open('/chat/');
      await socket.take();
      socket.send('text ü\\ud800');
      socket.send(new Blob(['blob']));
      socket.send(new Uint8Array([97, 98, 99]).subarray(1));
      const buffered = socket.bufferedAmount;
      const [, text] = await socket.take();
      const [, blob] = await socket.take();
      socket.binaryType = 'arraybuffer';
      const [, buffer] = await socket.take();
      socket.close();
      return [buffered, text, await blob.text(), buffer instanceof ArrayBuffer,
        new TextDecoder().decode(buffer), socket.bufferedAmount];
    `);
    assert.deepEqual(found, [16, 'text ü\ufffd', 'blob', true, 'bc', 0]);
  });

  it('closes with a code and a reason, by either side', async () => {
    const found = await site.run(`
      const own = open('/chat/');
      await own.take();
      own.send('last');
      own.close(3001, 'Enough.');
      const states = [own.readyState];
      const echoed = await own.take();
      const closed = echoed[0] === 'close' ? echoed : await own.take();
      states.push(own.readyState);
      const other = open('/chat/');
      await other.take();
      other.send('bye');
      return [states, closed, await other.take(), other.readyState];
    `);
    const bye = ['close', 4001, 'Bye.', true];
    assert.deepEqual(found, [[2, 3], ['close', 3001, 'Enough.', true], bye, 3]);
    assert.deepEqual(sockets.at(-2)?.received, ['last']);
  });

  it('fails where the site refuses it', async () => {
    const found = await site.run(`
      const socket = open('/refused/');
      return [await socket.take(), await socket.take(), socket.readyState];
    `);
    assert.deepEqual(found, [['error', undefined], ['close', 1006, '', false], 3]);
  });

  it('can be closed before it is open', async () => {
    const found = await site.run(`
      const socket = open('/chat/');
      socket.close();
      return [await socket.take(), await socket.take()];
    `);
    assert.deepEqual(found, [
      ['error', undefined],
      ['close', 1006, '', false],
    ]);
  });

  const refusals: [what: string, script: string, error: RegExp][] = [
    ['a scheme of another kind', `new WebSocket('ftp://a/')`, /^SyntaxError/],
    ['a fragment', `new WebSocket('/#a')`, /^SyntaxError/],
    ['a protocol twice', `new WebSocket('/', ['a', 'A'])`, /^SyntaxError/],
    ['a protocol that is none', `new WebSocket('/', 'a b')`, /^SyntaxError/],
    ['to send too early', `new WebSocket('/').send('')`, /^InvalidStateError/],
    ['a code of the protocol’s own', `new WebSocket('/').close(1001)`, /^InvalidAccessError/],
    ['a long reason', `new WebSocket('/').close(1000, 'ü'.repeat(62))`, /^SyntaxError/],
  ];
  for (const [what, script, error] of refusals) {
    it(`refuses ${what}`, async () => {
      assert.match(String(await site.run(script)), error);
    });
  }

  it('sends what it is given, however much', async () => {
    const found = await site.run(`
      const socket = open('/chat/');
      await socket.take();
      for (let i = 0; i < 5000; i++) socket.send('x'.repeat(1000));
      const buffered = socket.bufferedAmount;
      for (let i = 0; i < 5000; i++) await socket.take();
      const left = socket.bufferedAmount;
      socket.close();
      return [buffered, left];
    `);
    assert.deepEqual(found, [5_000_000, 0]);
  });

  it('is refused where there are too many, which is told once', async () => {
    const found = await site.run(`
      window.all = Array.from({length: 210}, () => open('/many/'));
      const first = await Promise.all(all.map(socket => socket.take()));
      return first.filter(([type]) => type === 'error').length;
    `);
    assert.isAtLeast(Number(found), 10);
    assert.deepInclude(await site.frame.next('crowd'), {of: 'sockets'});
  });

  it('is closed when the page goes', async () => {
    const ends = Promise.all(sockets.map(({end}) => end));
    await site.frame.show('<title>Another</title>');
    assert.include(
      (await ends).map(({code}) => code),
      1001,
    );
  });
});
