/** What the journeys visit: the demo as the dev server has it, and pages that take the package. */
import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {createServer as createVite} from 'vite';
import {DIST, ROOT} from '../../src/build/paths.js';
import {sendFile} from '../../src/build/send-file.js';
import {unwatched} from '../setup/unwatched.js';

export interface Server {
  /** E.g. `http://localhost:4000`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Folders that are served as they are, by the first part of their addresses. */
const FOLDERS: Readonly<Record<string, string>> = {
  dist: DIST,
  pages: join(import.meta.dirname, 'pages'),
};

/** What single pages are sent with. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/pages/isolation.html': {'Set-Cookie': 'session=the-secret; Path=/; SameSite=Lax'},
  '/pages/states.html': {'Permissions-Policy': 'clipboard-write=()'},
  // Everything the element needs but the right to compile WebAssembly.
  '/pages/no-wasm.html': {
    'Content-Security-Policy': "script-src 'self' 'unsafe-inline' blob: data:; worker-src data:",
  },
};

export async function startServer(): Promise<Server> {
  const server = createServer();
  const vite = await createVite({
    configFile: join(ROOT, 'vite.config.ts'),
    cacheDir: join(ROOT, '.cache', 'vite-e2e'),
    logLevel: 'warn',
    plugins: [unwatched()],
    server: {middlewareMode: {server}, ws: {server}},
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    serveFile(request, response).then(
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
    async close() {
      server.closeAllConnections();
      server.close();
      await vite.close();
    },
  };
}

async function serveFile(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost');
  const [, first = '', ...rest] = pathname.split('/');
  const folder = FOLDERS[first];
  if (folder === undefined) return false;
  await sendFile(request, response, join(folder, ...rest), HEADERS[pathname]);
  return true;
}
