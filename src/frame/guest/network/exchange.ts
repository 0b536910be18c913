import {
  MOST_REQUESTS,
  type ExchangeMessage,
  type ExchangeReply,
  type ScriptHead,
  type ScriptRequest,
} from '../../../protocol/frame-network.js';
import {WINDOW} from '../../../protocol/http.js';
import {say} from '../host.js';
import {Uint8Array, addEventListener} from '../natives.js';
import {referrer} from '../referrer.js';
import {updateCookies} from '../state/cookies.js';
import {MessageChannel, ReadableStream} from './natives.js';

/** What is asked of the site; what is left out is as `fetch` has it by default. */
export type Asked = Partial<ScriptRequest> & {readonly url: string};

/** A response of the site. */
export interface Answer extends ScriptHead {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The site redirects to another one. */
export interface Elsewhere {
  readonly elsewhere: string;
}

/** How many requests may wait for others to be over. */
const LONGEST_QUEUE = 10_000;

/** Requests that begin when others are over. */
const queue: (() => void)[] = [];
let open = 0;

/**
 * Asks the site, as a script of its page does.
 *
 * @param signal Abandons the request, or the body.
 * @throws TypeError where there is no answer, and the signal's reason.
 */
export function exchange(asked: Asked, signal?: AbortSignal): Promise<Answer | Elsewhere> {
  return new Promise((resolve, reject) => {
    if (queue.length >= LONGEST_QUEUE) throw new TypeError('Too many requests at once.');
    signal?.throwIfAborted();
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', abort);
    function start(): void {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) next();
      else begin(asked, signal, resolve, reject);
    }
    if (open++ < MOST_REQUESTS) start();
    else queue.push(start);
  });
}

/** One that was under way is over. */
function next(): void {
  open--;
  queue.shift()?.();
}

function begin(
  asked: Asked,
  signal: AbortSignal | undefined,
  resolve: (answer: Answer | Elsewhere) => void,
  reject: (reason: unknown) => void,
): void {
  const {port1: port, port2} = new MessageChannel();
  /** Bytes that the host does not know to have been taken. */
  let taken = 0;
  let fail = reject;
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;

  const tell = (reply: ExchangeReply): void => port.postMessage(reply);
  const end = (): void => {
    port.close();
    signal?.removeEventListener('abort', abort);
    next();
  };
  const abort = (): void => {
    tell({kind: 'abort'});
    end();
    fail(signal?.reason);
  };
  const makeBody = (): Answer['body'] => {
    const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
      start: given => void (controller = given),
      pull() {
        if (taken < WINDOW / 2) return;
        tell({kind: 'taken', bytes: taken});
        taken = 0;
      },
      cancel() {
        tell({kind: 'abort'});
        end();
      },
    };
    return new ReadableStream(bare(source), bare({highWaterMark: 0}));
  };
  const receive = (data: ExchangeMessage): void => {
    switch (data.kind) {
      case 'head':
        updateCookies(data.head.cookies);
        resolve({...data.head, body: makeBody()});
        fail = reason => controller.error(reason);
        break;
      case 'body':
        taken += data.bytes.length;
        controller.enqueue(data.bytes);
        break;
      case 'elsewhere':
        end();
        resolve({elsewhere: data.url});
        break;
      case 'end':
        end();
        if (data.failure === undefined) controller.close();
        else fail(new TypeError(data.failure));
    }
  };
  addEventListener(
    port,
    'message',
    event => receive((event as MessageEvent<ExchangeMessage>).data),
    {},
  );
  port.start();
  signal?.addEventListener('abort', abort);
  const body = asked.body ?? new Uint8Array();
  const request: ScriptRequest = {
    method: 'GET',
    headers: [],
    referrer: referrer(),
    mode: 'cors',
    destination: 'empty',
    credentials: 'same-origin',
    redirect: 'follow',
    cache: 'default',
    integrity: '',
    keepalive: false,
    ...asked,
    body,
  };
  say({kind: 'request', request, port: port2}, [port2, body.buffer]);
}

/** Nothing that scripts have put on all objects is to be found on this one. */
function bare<Options extends object>(options: Options): Options {
  return Object.setPrototypeOf(options, null) as Options;
}
