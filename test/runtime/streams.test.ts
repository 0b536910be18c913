import {expect} from 'chai';
import {SITE_ORIGIN, type HttpRequest} from '../../src/protocol/http.js';
import {Session} from '../../src/runtime/index.js';
import {notesLaunch} from './notes.js';
import {pool} from './pool.js';
import {PROJECT, URLS, VIEWS} from './streaming-site.js';

describe('streams and sockets', () => {
  const printed: string[] = [];
  let changes = 0;
  let onPrint: (() => void) | undefined;
  let onChange: (() => void) | undefined;
  const session = new Session(pool(), {
    onoutput({text}) {
      printed.push(text);
      onPrint?.();
    },
    onfiles() {
      changes++;
      onChange?.();
    },
  });

  const until = (text: string): Promise<void> =>
    new Promise(resolve => {
      onPrint = () => {
        if (printed.join('').includes(text)) resolve();
      };
      onPrint();
    });
  const connect = (path: string) =>
    session.connect({url: SITE_ORIGIN + path, headers: [], protocols: []});

  before(async () => {
    const report = await session.launch(notesLaunch(PROJECT));
    expect(report.error?.traceback).to.equal(undefined);
    await session.request(ask('/'));
  });

  after(() => session.stop());

  it('gives each piece when it is sent, and what was written before it', async () => {
    const before = changes;
    const {status, body, end} = await session.open(ask('/pieces/'));
    expect(status).to.equal(200);
    const pieces: string[] = [];
    for await (const piece of body) {
      if (pieces.length === 0) {
        expect(changes).to.be.greaterThan(before);
        await session.request(ask('/open_gate/'));
      }
      pieces.push(decode(piece));
    }
    expect(pieces).to.deep.equal(['0', '1', '2']);
    const {duration, queries, raised} = await end;
    expect(duration).to.be.greaterThan(0);
    expect(queries).to.equal(3);
    expect(raised).to.equal(undefined);
  });

  it('ends an endless response when nobody takes it any more', async () => {
    const {body, end} = await session.open(ask('/endless/'));
    let bytes = 0;
    for await (const piece of body) {
      bytes += piece.length;
      if (bytes > 3 * 1024 * 1024) break;
    }
    expect((await end).raised).to.equal(undefined);
  });

  it('fails with the reason of a signal, before and after the head', async () => {
    const controller = new AbortController();
    const waiting = failure(session.open(ask('/never/'), controller.signal));
    controller.abort(new Error('enough'));
    expect(await waiting).to.have.property('message', 'enough');
    const second = new AbortController();
    const {body, end} = await session.open(ask('/endless/'), second.signal);
    second.abort(new Error('too much'));
    expect(await failure(drain(body))).to.have.property('message', 'too much');
    await end;
  });

  it('fails where the site broke off, after what it sent', async () => {
    const {body, end} = await session.open(ask('/breaks/'));
    const pieces: string[] = [];
    const error = await failure(
      (async () => {
        for await (const piece of body) pieces.push(decode(piece));
      })(),
    );
    expect(pieces).to.deep.equal(['one']);
    expect(error).to.have.property('code', 'response-broken');
    expect((await end).raised?.message).to.equal('broke off');
  });

  it('notices what a task writes after the response', async () => {
    const written = new Promise<void>(resolve => (onChange = resolve));
    await session.request(ask('/later/'));
    await session.request(ask('/open_gate/'));
    await written;
    onChange = undefined;
  });

  it('carries messages of sockets, several at once', async () => {
    const [one, two] = await Promise.all([connect('/one/'), connect('/two/')]);
    expect(one.status).to.equal(101);
    expect(one.headers).to.deep.equal([['set-cookie', 'a=1']]);
    one.send('first');
    two.send(encode('second'));
    one.send('third');
    const [ones, twos] = [one, two].map(({messages}) => messages[Symbol.asyncIterator]());
    expect((await twos?.next())?.value).to.deep.equal(encode('second'));
    expect((await ones?.next())?.value).to.equal('first');
    expect((await ones?.next())?.value).to.equal('third');
    expect(one.bufferedAmount).to.equal(0);
    one.close(3000, 'enough');
    expect(await one.end).to.include({code: 3000, reason: 'enough'});
    await until('closed with 3000 enough');
    two.close();
    expect((await twos?.next())?.done).to.equal(true);
  });

  it('tells how the site closes, refuses and fails', async () => {
    const closed = await connect('/closes/');
    expect(await closed.end).to.include({code: 4001, reason: 'no'});
    const refused = await connect('/refused/');
    expect(refused.status).to.equal(403);
    expect(await refused.end).to.include({code: 1006});
    const failing = await connect('/one/');
    failing.send('raise');
    const {code, raised} = await failing.end;
    expect(code).to.equal(1011);
    expect(raised?.message).to.equal('in a socket');
    await until('LookupError: in a socket');
  });

  it('closes for a page that floods', async () => {
    const large = await connect('/one/');
    large.send('x'.repeat(16 * 1024 * 1024 + 1));
    expect(await large.end).to.include({code: 1009});
    const many = await connect('/deaf/');
    for (let n = 0; n <= 10_000; n++) many.send('');
    expect(await many.end).to.include({code: 1008});
  });

  it('ends what goes on when another interpreter takes over', async () => {
    const socket = await connect('/one/');
    const {body, end} = await session.open(ask('/endless/'));
    const draining = failure(drain(body));
    await session.launch(notesLaunch(PROJECT));
    await session.request(ask('/'));
    expect(await socket.end).to.include({code: 1012});
    expect(await draining).to.have.property('code', 'stopped');
    expect((await end).duration).to.be.greaterThan(0);
  });

  it('says what a site without an application for sockets lacks', async () => {
    await session.launch(notesLaunch({files: {'mysite/urls.py': URLS, 'notes/views.py': VIEWS}}));
    printed.length = 0;
    expect((await connect('/one/')).status).to.equal(500);
    await until('Set ASGI_APPLICATION');
  });
});

function ask(path: string): HttpRequest {
  return {
    method: 'GET',
    url: SITE_ORIGIN + path,
    headers: [['Host', 'playground.localhost']],
    body: new Uint8Array(),
  };
}

async function drain(body: AsyncIterable<unknown>): Promise<void> {
  for await (const piece of body) void piece;
}

function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
