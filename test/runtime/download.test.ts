import {expect} from 'chai';
import {compileFrom} from '../../src/runtime/compile.js';
import {download, type DownloadOptions} from '../../src/runtime/download.js';

const TEXT = '0123456789';
const URL_OF_FILE = 'https://host.test/file.zip';

/** The smallest module there is. */
const MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** How a server answers one request. */
interface Answer {
  /** Bytes that come before whatever happens then. */
  readonly sends?: Uint8Array<ArrayBuffer>;
  readonly next?: 'end' | 'break' | 'silence';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not even the connection is made. */
  readonly refused?: boolean;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A server that gives one answer after the other, and remembers what was asked. */
function server(...answers: readonly Answer[]) {
  const ranges: (string | null)[] = [];
  const caches: (RequestCache | undefined)[] = [];
  const ask: typeof fetch = async (_url, init) => {
    caches.push(init?.cache);
    const answer = answers[ranges.length];
    ranges.push(new Headers(init?.headers).get('Range'));
    if (!answer || answer.refused) throw new TypeError('Failed to fetch');
    const {sends = new Uint8Array(), next = 'end', status = 200, headers = {}} = answer;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
        if (sends.length) controller.enqueue(sends);
        if (next === 'end') controller.close();
      },
      pull(controller) {
        if (next === 'break') controller.error(new TypeError('network error'));
      },
    });
    return new Response(body, {status, headers});
  };
  return {ask, ranges, caches};
}

function options(
  ask: typeof fetch,
  onReceived: (received: number) => void = () => {},
  length = TEXT.length,
): DownloadOptions {
  return {
    fetch: ask,
    patience: {stall: 60, pauses: [0, 0]},
    cached: false,
    bytes: length,
    onReceived,
  };
}

function moduleOptions(
  ask: typeof fetch,
  onReceived?: (received: number) => void,
): DownloadOptions {
  return options(ask, onReceived, MODULE.length);
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return error;
  }
}

const RANGES = {'Accept-Ranges': 'bytes'};
const HALF: Answer = {sends: bytes('01234'), next: 'break', headers: RANGES};
const REST: Answer = {
  sends: bytes('56789'),
  status: 206,
  headers: {'Content-Range': 'bytes 5-9/10'},
};
const ALL: Answer = {sends: bytes(TEXT)};

describe('a download', () => {
  const cases: [what: string, answers: Answer[], ranges: (string | null)[]][] = [
    ['is taken up where it broke', [HALF, REST], [null, 'bytes=5-']],
    ['is taken up twice', [HALF, {...REST, sends: bytes('56'), next: 'break'}, {...REST, sends: bytes('789'), headers: {'Content-Range': 'bytes 7-9/10'}}], [null, 'bytes=5-', 'bytes=7-']],
    ['begins again where the server has no ranges', [{...HALF, headers: {}}, ALL], [null, null]],
    ['begins again where the body was encoded', [{...HALF, headers: {...RANGES, 'Content-Encoding': 'br'}}, ALL], [null, null]],
    ['begins again where the server sends all of it', [HALF, ALL], [null, 'bytes=5-']],
    ['begins again where the server has lost the rest', [HALF, {status: 416}, ALL], [null, 'bytes=5-', null]],
    ['begins again after something else', [{sends: bytes('<!doctype html>'), headers: RANGES}, ALL], [null, null]],
    ['goes on after silence', [{...HALF, next: 'silence'}, REST], [null, 'bytes=5-']],
    ['goes on after a server that is busy', [{status: 503}, {refused: true}, ALL], [null, null, null]],
  ]; // prettier-ignore
  for (const [what, answers, ranges] of cases) {
    it(what, async () => {
      const {ask, ranges: asked} = server(...answers);
      const file = await download(URL_OF_FILE, options(ask));
      expect(await file.text()).to.equal(TEXT);
      expect(asked).to.deep.equal(ranges);
    });
  }

  const failures: [what: string, answer: Answer, message: string, requests: number][] = [
    ['is not there', {status: 404}, 'answered 404', 1],
    ['breaks each time', {next: 'break'}, 'the connection broke', 3],
    ['is silent each time', {next: 'silence'}, 'nothing came for 0.06 seconds', 3],
    ['is refused each time', {refused: true}, 'network or a policy', 3],
    ['is something else each time', {sends: bytes('<!doctype html>')}, 'something else', 3],
  ]; // prettier-ignore
  for (const [what, answer, message, requests] of failures) {
    it(`says so when it ${what}`, async () => {
      const {ask, ranges} = server(answer, answer, answer, ALL);
      const error = await failure(download(URL_OF_FILE, options(ask)));
      expect(error).to.have.property('code', 'runtime-unavailable');
      expect(error).to.have.property('message').that.includes(message).and.includes('try again');
      expect(ranges).to.have.length(requests);
    });
  }

  it('is refused where it was altered, and asked for around the cache', async () => {
    const integrity = 'sha256-hNiYd/DUBB77a/kaFvAkjy/Vc+avBcGflr7bn4gveII=';
    const {ask, caches} = server({sends: bytes('0123456780')}, ALL);
    const file = await download(URL_OF_FILE, {...options(ask), integrity});
    expect(await file.text()).to.equal(TEXT);
    expect(caches).to.deep.equal(['force-cache', 'reload']);
  });

  it('tells how many bytes are here', async () => {
    const steps: number[] = [];
    const {ask} = server(HALF, REST);
    await download(
      URL_OF_FILE,
      options(ask, received => steps.push(received)),
    );
    expect(steps).to.deep.equal([5, 10, 10]);
  });

  it('is not watched where the cache is to answer, unless it does not', async () => {
    const steps: number[] = [];
    const {ask} = server({...HALF, next: 'silence'}, HALF, REST);
    const watched = options(ask, received => steps.push(received));
    await download(URL_OF_FILE, {...watched, cached: true});
    expect(steps).to.deep.equal([5, 10, 10]);
  });
});

describe('the interpreter’s module', () => {
  const wasm = {'Content-Type': 'application/wasm'};

  it('is compiled while it arrives, and counted', async () => {
    const steps: number[] = [];
    const {ask} = server({sends: MODULE, headers: wasm});
    const module = await compileFrom(
      URL_OF_FILE,
      moduleOptions(ask, received => steps.push(received)),
    );
    expect(module).to.be.an.instanceOf(WebAssembly.Module);
    expect(steps.at(-1)).to.equal(MODULE.length);
  });

  it('is compiled where the host does not know its type', async () => {
    const {ask} = server({sends: MODULE, headers: {'Content-Type': 'application/octet-stream'}});
    const module = await compileFrom(URL_OF_FILE, moduleOptions(ask));
    expect(module).to.be.an.instanceOf(WebAssembly.Module);
  });

  it('is asked for again when the connection breaks, is silent, or a page comes instead', async () => {
    for (const answer of [
      {sends: MODULE.slice(0, 4), next: 'break', headers: wasm},
      {sends: MODULE.slice(0, 4), next: 'silence', headers: wasm},
      {sends: bytes('<!doctype html>'), headers: {'Content-Type': 'text/html'}},
    ] as const) {
      const {ask, ranges} = server(answer, {sends: MODULE, headers: wasm});
      await compileFrom(URL_OF_FILE, moduleOptions(ask));
      expect(ranges).to.deep.equal([null, null]);
    }
  });

  it('is refused where it is damaged or altered, and asked for around the cache', async () => {
    const integrity = 'sha256-k6RLu5bHUSGOTADUeeTBQ1gSKjiazKFiBbHk0NxflHY=';
    const altered = Uint8Array.of(...MODULE, 0, 2, 1, 0);
    for (const sends of [bytes('nonsense'), MODULE.slice(0, 4), altered]) {
      const {ask, caches} = server({sends, headers: wasm}, {sends: MODULE, headers: wasm});
      await compileFrom(URL_OF_FILE, {...moduleOptions(ask), integrity});
      expect(caches).to.deep.equal(['force-cache', 'reload']);
    }
  });
});
