import {assert} from 'chai';
import {SITE_ORIGIN} from '../../../src/protocol/http.js';
import {makePieces, makeScripted} from './scripted.js';

const STREAM = {headers: [['Content-Type', 'text/event-stream; charset=utf-8']]} as const;

/** Keeps what a source dispatches until somebody takes it. */
const HELPERS = `
  window.listen = (path, ...types) => {
    const heard = [];
    let notice = () => {};
    const source = new EventSource(path);
    for (const type of ['open', 'message', 'error', ...types]) {
      source.addEventListener(type, event => {
        const {data = '', lastEventId = '', origin = ''} = event;
        heard.push([type, source.readyState, data, lastEventId, origin].join('|'));
        notice();
      });
    }
    source.take = async count => {
      while (heard.length < count) await new Promise(resolve => (notice = resolve));
      return heard.splice(0, count);
    };
    return source;
  };
`;

describe('EventSource in the frame', () => {
  let site: Awaited<ReturnType<typeof makeScripted>>;
  let pieces: ReturnType<typeof makePieces>;
  let connections = 0;

  before(async () => {
    site = await makeScripted({
      '/events/': () => ({...STREAM, body: pieces.body}),
      '/again/': () => ({...STREAM, body: once(`retry: 1\nid: …${++connections}\ndata: x\n\n`)}),
      '/text/': () => ({headers: [['Content-Type', 'text/plain']]}),
      '/none/': () => ({status: 204}),
    });
    await site.run(HELPERS);
  });
  beforeEach(() => (pieces = makePieces()));
  after(() => site.remove());

  it('is one', async () => {
    const found = await site.run(`
      const source = new EventSource('/text/', {withCredentials: true});
      source.onmessage = 5;
      const {url, readyState, withCredentials, onmessage} = source;
      source.close();
      return [source instanceof EventSource, source instanceof EventTarget, EventSource.name,
        EventSource.CLOSED, source.OPEN, url, readyState, withCredentials, onmessage,
        source.readyState];
    `);
    const own = [`${SITE_ORIGIN}/text/`, 0, true, null];
    assert.deepEqual(found, [true, true, 'EventSource', 2, 1, ...own, 2]);
  });

  it('hears what the site sends, as it is sent', async () => {
    const first = site.run(`
      window.source = listen('/events/', 'vote');
      return source.take(2);
    `);
    pieces.send(': hello\n\ndata: on');
    pieces.send('e\ndata: two\n\n');
    assert.deepEqual(await first, ['open|1|||', `message|1|one\ntwo||${SITE_ORIGIN}`]);
    pieces.send('event: vote\nid: 7\ndata: {"a": 1}\n\ndata\n\n');
    const rest = await site.run(`
      const rest = await source.take(2);
      source.close();
      return rest;
    `);
    assert.deepEqual(rest, [`vote|1|{"a": 1}|7|${SITE_ORIGIN}`, `message|1||7|${SITE_ORIGIN}`]);
    assert.deepInclude(site.requests.at(-1), {
      headers: [['Accept', 'text/event-stream']],
      cache: 'no-store',
    });
  });

  it('connects again where it left off', async () => {
    const heard = await site.run(`
      const source = listen('/again/');
      const heard = await source.take(5);
      source.close();
      return heard;
    `);
    assert.deepEqual(heard, [
      'open|1|||',
      `message|1|x|…1|${SITE_ORIGIN}`,
      'error|0|||',
      'open|1|||',
      `message|1|x|…2|${SITE_ORIGIN}`,
    ]);
    const asked = site.requests.filter(({url}) => url.endsWith('/again/'));
    // As bytes of UTF-8.
    assert.deepEqual(asked[1]?.headers.at(-1), ['Last-Event-ID', '\u00e2\u0080\u00a61']);
  });

  it('ends where there are no events', async () => {
    const heard = await site.run(`
      const sources = [listen('/text/'), listen('/none/')];
      return (await Promise.all(sources.map(source => source.take(1)))).flat();
    `);
    assert.deepEqual(heard, ['error|2|||', 'error|2|||']);
  });

  it('refuses what is no address', async () => {
    assert.match(String(await site.run(`new EventSource('http://')`)), /^SyntaxError/);
  });
});

async function* once(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}
