/** What the journeys visit: the demo as the dev server has it, and pages that take the package. */
import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {createServer as createVite} from 'vite';
import {DIST, ROOT} from '../../src/build/paths.js';
import {sendFile} from '../../src/build/send-file.js';
import {unwatched} from '../setup/unwatched.js';
import {WHEELS} from '../setup/wheels.js';
import {Elsewhere} from './elsewhere.js';
import {demoFile, hostedDemo} from './hosted-demo.js';
import {REPORTS, SIMPLE_POLICY, STRICT_POLICY} from './policies.js';

export interface Server {
  /** E.g. `http://localhost:4000`. */
  readonly origin: string;
  readonly elsewhere: Elsewhere;
  /** What went against a page's Content-Security-Policy since this was last asked. */
  takeReports(): readonly string[];
  close(): Promise<void>;
}

/** Folders that are served as they are, by the first part of their addresses. */
const FOLDERS: Readonly<Record<string, string>> = {
  dist: DIST,
  pages: join(import.meta.dirname, 'pages'),
  wheels: WHEELS,
};

/**
 * What pages of the demo take the element from. They get the package instead, as readers do: a dozen
 * files, not some hundred that have to be made for each.
 */
const SOURCE = '/src/index.ts';

/** What single pages are sent with, by path and query. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/pages/isolation.html': {'Set-Cookie': 'session=the-secret; Path=/; SameSite=Lax'},
  '/pages/states.html': {'Permissions-Policy': 'clipboard-write=()'},
  '/pages/persist.html': {'Content-Security-Policy': SIMPLE_POLICY},
  '/pages/isolated.html': {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  },
  // Everything the element needs but the right to compile WebAssembly, or to start its workers.
  '/pages/forbidding.html?wasm': {
    'Content-Security-Policy': "script-src 'self' 'unsafe-inline' blob: data:; worker-src data:",
  },
  '/pages/forbidding.html?workers': {
    'Content-Security-Policy':
      "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob: data:; worker-src 'none'",
  },
};

export async function startServer(): Promise<Server> {
  const server = createServer();
  const elsewhere = new Elsewhere();
  await elsewhere.start();
  let reports: string[] = [];
  const vite = await createVite({
    configFile: join(ROOT, 'vite.config.ts'),
    cacheDir: join(ROOT, '.cache', 'vite-e2e'),
    logLevel: 'warn',
    plugins: [unwatched()],
    server: {middlewareMode: {server}, ws: {server}},
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answering = async (): Promise<boolean> => {
      if (request.url !== REPORTS) return serveFile(request, response, elsewhere.origin);
      reports.push(await text(request));
      response.writeHead(204).end();
      return true;
    };
    answering().then(
      served => {
        if (!served) vite.middlewares(request, response);
      },
      () => response.writeHead(404).end('Nothing here'),
    );
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    elsewhere,
    takeReports() {
      const taken = reports;
      reports = [];
      return taken;
    },
    async close() {
      await elsewhere.stop();
      server.closeAllConnections();
      server.close();
      await vite.close();
    },
  };
}

async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  elsewhere: string,
): Promise<boolean> {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost');
  const [, first = '', ...rest] = pathname.split('/');
  if (first === 'hosted') {
    const [kind, ...path] = rest;
    const isStrict = kind === 'strict';
    if (path.join('/') !== '') {
      await sendFile(request, response, demoFile(path.join('/')));
      return true;
    }
    const place = isStrict ? '/dist/' : elsewhere + Elsewhere.packagePath;
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(isStrict && {'Content-Security-Policy': STRICT_POLICY}),
    });
    response.end(await hostedDemo(place, isStrict));
    return true;
  }
  if (pathname === SOURCE) {
    response.writeHead(200, {'Content-Type': 'text/javascript'});
    response.end("export * from '/dist/django-playground.js';");
    return true;
  }
  const folder = FOLDERS[first];
  if (folder === undefined) return false;
  await sendFile(request, response, join(folder, ...rest), HEADERS[request.url ?? '']);
  return true;
}
