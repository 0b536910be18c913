import type {PyodideAPI} from 'pyodide';
import type {PyCallable, PyProxy} from 'pyodide/ffi';
import type {Raised} from '../protocol/code.js';
import {PlaygroundError, type FailureCode} from '../protocol/failure.js';
import {WINDOW, type HttpRequest, type HttpResponse} from '../protocol/http.js';
import type {
  CommandRequest,
  CommandResult,
  CompletionRequest,
  Finding,
  LoadReport,
  LoadRequest,
  PortReply,
  ShellRequest,
  ShellState,
  SiteUrl,
  Superuser,
} from '../protocol/interpreter.js';
import type {SocketRequest} from '../protocol/socket.js';

/** Arguments and results of `django_playground.bridge`, typed. */
export interface Bridge {
  /** Put the stand-ins in place, once in the life of a memory. */
  install(): void;
  /** Import what every site imports. */
  preload(): void;
  /** Compile the modules in an image of packages into another image. */
  compile(image: Uint8Array): Uint8Array<ArrayBuffer>;
  /**
   * Leave nothing open that a restored memory would not have.
   *
   * @throws PlaygroundError `not-snapshotted` where that cannot be.
   */
  rest(): void;
  /**
   * Go on after a restore, in `root` where a project is loaded.
   *
   * @throws PlaygroundError `snapshot-refused` where Python does not work as it should.
   */
  wake(root: string | null): void;
  load(root: string, request: LoadRequest): LoadReport;
  respond(request: HttpRequest): Promise<HttpResponse>;
  /** Have a response sent over the port of that number; settles when the site is done with it. */
  stream(port: number, request: HttpRequest): Promise<void>;
  /** Have a WebSocket served over the port of that number; settles when the site is done with it. */
  connect(port: number, request: SocketRequest): Promise<void>;
  /** Pass on what the page says over the port of that number. */
  deliver(port: number, message: PortReply['reply']): void;
  /** @returns the exit code, or what is asked for. */
  manage(request: CommandRequest): number | NonNullable<CommandResult['asks']>;
  shell(request: ShellRequest): ShellState;
  complete(request: CompletionRequest): readonly string[];
  find(): readonly Finding[];
  listUrls(): readonly SiteUrl[];
}

/** What each function of the bridge returns. */
type Reply = {readonly answer: unknown} | {readonly failure: PythonFailure};

interface PythonFailure {
  /** The exception's class. */
  readonly type: string;
  readonly message: string;
  readonly traceback: string;
}

type ResponseTuple = readonly [
  status: number,
  headers: [name: string, value: string][],
  body: Uint8Array<ArrayBuffer>,
  duration: number,
  queries: number,
  raised: Raised | undefined,
];

/** Exceptions of the Python side that are the page's to explain, and the code of each. */
const CODES: Readonly<Record<string, FailureCode>> = {
  BadRequest: 'bad-request',
  ResponseTooLarge: 'response-too-large',
  NotSnapshotted: 'not-snapshotted',
  SnapshotRefused: 'snapshot-refused',
};

/** Import the Python side. */
export function openBridge(pyodide: PyodideAPI): Bridge {
  const module = pyodide.pyimport('django_playground.bridge');
  const call = (name: string, ...args: unknown[]): unknown => {
    // Python's None is JavaScript's undefined; null would become an object of its own.
    const converted = args.map(value => pyodide.toPy(value ?? undefined));
    const callable: PyCallable = module[name];
    try {
      // A coroutine has taken hold of its arguments once this returns.
      return callable(...converted);
    } finally {
      for (const value of [...converted, callable]) destroy(value);
    }
  };
  return {
    install: () => void call('install'),
    preload: () => void call('preload'),
    compile: image => answer(call('compile_image', image)) as Uint8Array<ArrayBuffer>,
    rest: () => void answer(call('rest')),
    wake: root => void answer(call('wake', root)),
    load(root, {settingsModule, migrate, superuser}) {
      const account = superuser && [superuser.name, superuser.password, derivedOf(superuser)];
      return answer(call('load', root, settingsModule, migrate, account)) as LoadReport;
    },
    async respond({method, url, headers, body}) {
      const reply = answer(await call('respond', method, url, headers, body));
      const [status, responseHeaders, responseBody, duration, queries, raised] =
        reply as ResponseTuple;
      return {
        status,
        headers: responseHeaders,
        body: responseBody,
        duration,
        queries,
        ...(raised && {raised}),
      };
    },
    async stream(port, {method, url, headers, body}) {
      answer(await call('stream', port, WINDOW, method, url, headers, body));
    },
    async connect(port, {url, headers, protocols}) {
      answer(await call('connect', port, WINDOW, url, headers, protocols));
    },
    deliver: (port, message) => void call('deliver', port, message),
    manage({args, stdin, interactive = false}) {
      return answer(call('manage', args, stdin, interactive)) as ReturnType<Bridge['manage']>;
    },
    shell: ({line}) => answer(call('shell', line)) as ShellState,
    complete: ({place, text}) => answer(call('complete', place, text)) as readonly string[],
    find: () => answer(call('find')) as readonly Finding[],
    listUrls: () => answer(call('list_urls')) as readonly SiteUrl[],
  };
}

/** Arguments of Django's key derivation, with its result. */
function derivedOf({derived}: Superuser): unknown {
  return derived && [derived.salt, derived.iterations, derived.key];
}

/** @throws PlaygroundError for an exception of the Python side. */
function answer(result: unknown): unknown {
  const proxy = result as PyProxy;
  let reply: Reply;
  try {
    reply = proxy.toJs({dict_converter: Object.fromEntries});
  } finally {
    proxy.destroy();
  }
  if ('answer' in reply) return reply.answer;
  const {type, message, traceback} = reply.failure;
  throw new PlaygroundError({code: CODES[type] ?? 'internal', message, detail: traceback});
}

function destroy(value: unknown): void {
  if (typeof value === 'object' || typeof value === 'function') {
    (value as Partial<PyProxy> | null)?.destroy?.();
  }
}
