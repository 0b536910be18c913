/** The generators' sites and the element, on one host. */
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join, normalize} from 'node:path';
import {DIST, ROOT} from '../../src/build/paths.js';
import {sendFile} from '../../src/build/send-file.js';
import {SITES, STYLESHEET} from './generator.js';

export interface Server {
  /** E.g. `http://localhost:4000`. */
  readonly origin: string;
  close(): void;
}

export async function startServer(): Promise<Server> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const path = fileAt(decodeURIComponent(pathname));
    const type = path.endsWith('.css') ? {'Content-Type': 'text/css'} : {};
    sendFile(request, response, path, type).catch(() => response.writeHead(404).end('Nothing'));
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function fileAt(pathname: string): string {
  if (pathname === STYLESHEET) return join(ROOT, 'src', 'django-playground.css');
  const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const [, element] = /^\/playground\/(.*)$/.exec(path) ?? [];
  return element === undefined ? join(SITES, path) : join(DIST, element);
}
