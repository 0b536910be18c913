/**
 * Another host: the package for pages of other origins, pages that browsers may keep, and a site that
 * others may ask.
 */
import {once} from 'node:events';
import {createServer, type Server as HttpServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {DIST} from '../../src/build/paths.js';
import {sendFile} from '../../src/build/send-file.js';
import {answerOther, OTHER_SITE} from './other-site.js';

/** Folders by where their addresses begin. */
const FOLDERS: readonly (readonly [string, string])[] = [
  ['/npm/playground@1/', DIST],
  ['/dist/', DIST],
  ['/pages/', join(import.meta.dirname, 'pages')],
];

/** What is needed for pages of other origins, and how long browsers may keep everything. */
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'max-age=3600',
};

export class Elsewhere {
  /** Where pages of other origins take the package from. */
  static readonly packagePath = '/npm/playground@1/';
  #server: HttpServer | undefined;
  #port = 0;

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Go online, at the same address as before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const {pathname} = new URL(request.url ?? '/', 'http://localhost');
      if (pathname.startsWith(OTHER_SITE)) {
        void answerOther(request, response);
        return;
      }
      const [start, folder] = FOLDERS.find(([each]) => pathname.startsWith(each)) ?? ['', ''];
      sendFile(request, response, join(folder, pathname.slice(start.length)), HEADERS).catch(() => {
        response.writeHead(404).end('Nothing here');
      });
    });
    server.listen(this.#port, 'localhost');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Go offline: who asks for something does not even get a connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise(resolve => server.close(resolve));
  }
}
