import type {PyodideAPI} from 'pyodide';
import type {PyCallable, PyProxy} from 'pyodide/ffi';
import type {HttpRequest, HttpResponse} from '../protocol/http.js';
import type {CommandRequest, LoadReport, LoadRequest} from '../protocol/interpreter.js';

/** Arguments and results of `django_playground.bridge`, typed. */
export interface Bridge {
  load(root: string, request: LoadRequest): LoadReport;
  respond(request: HttpRequest): Promise<HttpResponse>;
  /** @returns the exit code. */
  manage(request: Pick<CommandRequest, 'args' | 'stdin'>): number;
}

type ResponseTuple = [
  status: number,
  headers: [name: string, value: string][],
  body: Uint8Array<ArrayBuffer>,
  duration: number,
];

/** Import the Python side and put its stand-ins in place. */
export function installBridge(pyodide: PyodideAPI): Bridge {
  const module = pyodide.pyimport('django_playground.bridge');
  const call = (name: string, ...args: unknown[]): unknown => {
    const converted = args.map(value => pyodide.toPy(value));
    const callable: PyCallable = module[name];
    try {
      return callable(...converted);
    } finally {
      for (const value of [...converted, callable]) destroy(value);
    }
  };
  call('install');
  return {
    load(root, {settingsModule, migrate, superuser}) {
      const account = superuser ? [superuser.name, superuser.password] : null;
      return toJs(call('load', root, settingsModule, migrate, account)) as LoadReport;
    },
    async respond({method, url, headers, body}) {
      // A coroutine keeps its arguments alive until it ends, unlike a plain call.
      const result = await call('respond', method, url, headers, body);
      const [status, responseHeaders, responseBody, duration] = toJs(result) as ResponseTuple;
      return {status, headers: responseHeaders, body: responseBody, duration};
    },
    manage({args, stdin}) {
      return call('manage', args, stdin) as number;
    },
  };
}

function toJs(value: unknown): unknown {
  const proxy = value as PyProxy;
  try {
    return proxy.toJs({dict_converter: Object.fromEntries});
  } finally {
    proxy.destroy();
  }
}

function destroy(value: unknown): void {
  if (typeof value === 'object' || typeof value === 'function') {
    (value as Partial<PyProxy> | null)?.destroy?.();
  }
}
