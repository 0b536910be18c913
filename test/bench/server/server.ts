/** What the benchmark's pages come from: a plain host of static files that counts what it sends. */
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';
import {json} from 'node:stream/consumers';
import {chooseEncoding, readCompressed, type Encoding} from './compressed.js';
import type {Line} from './line.js';

/** A question of the page's that only this process can answer. */
export type Answering = (question: unknown) => Promise<unknown>;

export interface HostOptions {
  /** Folders by the first part of their addresses. */
  readonly folders: Readonly<Record<string, string>>;
  /** What lies in no folder, by path. */
  readonly pages: ReadonlyMap<string, string>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

/**
 * Names that end in a hash never mean anything else, and neither do the files of one version of
 * Pyodide, which is served by its version wherever it is served from.
 */
const IMMUTABLE = /-(?:[\w-]{8}|[0-9a-f]{16})\.\w+$|^\/pyodide\/|^\/sources\//;

export class Server {
  readonly #folders: HostOptions['folders'];
  readonly #pages: HostOptions['pages'];
  readonly #http = createServer();
  /** By path and encoding; nothing changes while it is measured. */
  readonly #files = new Map<string, Promise<Uint8Array>>();
  #sent: string[] = [];

  /** Answers what a page asks at `/ask`. */
  answering: Answering = () => Promise.resolve(null);
  /** What slows everything but questions. */
  line: Line | undefined;

  private constructor({folders, pages}: HostOptions) {
    this.#folders = folders;
    this.#pages = pages;
    this.#http.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.#answer(request, response).catch(() => response.writeHead(404).end('Nothing here'));
    });
  }

  static async start(options: HostOptions): Promise<Server> {
    const server = new Server(options);
    server.#http.listen(0, 'localhost');
    await once(server.#http, 'listening');
    return server;
  }

  /** E.g. `http://localhost:4000`. */
  get origin(): string {
    return `http://localhost:${(this.#http.address() as AddressInfo).port}`;
  }

  /** The paths of what was sent since this was last asked. */
  takeSent(): readonly string[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  /** The bytes of files over the wire, to a browser that knows an encoding. */
  async weigh(paths: readonly string[], encoding: Encoding): Promise<number> {
    const bodies = paths.map(path => this.#read(path, chooseEncoding(path, encoding)));
    return (await Promise.all(bodies)).reduce((sum, {length}) => sum + length, 0);
  }

  /** Have files at hand, so that no visit waits for their compression. */
  async warm(paths: readonly string[]): Promise<void> {
    await this.weigh(paths, 'br');
    await this.weigh(paths, 'gzip');
  }

  close(): void {
    this.#http.closeAllConnections();
    this.#http.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/ask') {
      return this.#answerQuestion(request, response);
    }
    const page = this.#pages.get(pathname);
    const accepted = request.headers['accept-encoding']?.toString() ?? '';
    const encoding = page === undefined ? chooseEncoding(pathname, accepted) : undefined;
    await this.line?.reach();
    const body = page === undefined ? await this.#read(pathname, encoding) : Buffer.from(page);
    response.writeHead(200, {
      'Content-Type': MEDIA_TYPES[extname(pathname)] ?? 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': IMMUTABLE.test(pathname) ? 'max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(encoding && {'Content-Encoding': encoding}),
    });
    this.#sent.push(pathname);
    await this.#send(response, body);
  }

  async #answerQuestion(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = await this.answering(await json(request));
      response.writeHead(200, {'Content-Type': 'application/json', 'Cache-Control': 'no-store'});
      response.end(JSON.stringify(answer ?? null));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  }

  #read(path: string, encoding: Encoding | undefined): Promise<Uint8Array> {
    const key = `${path} ${encoding}`;
    let file = this.#files.get(key);
    if (!file) {
      file = this.#readFile(path, encoding);
      this.#files.set(key, file);
    }
    return file;
  }

  async #readFile(path: string, encoding: Encoding | undefined): Promise<Uint8Array> {
    const [, first = '', ...rest] = path.split('/');
    const folder = this.#folders[first];
    if (folder === undefined) throw new Error(`There is no folder ${first}`);
    const file = join(folder, normalize(`/${rest.join('/')}`));
    return encoding ? readCompressed(file, encoding) : readFile(file);
  }

  async #send(response: ServerResponse, body: Uint8Array): Promise<void> {
    if (!this.line) return void response.end(body);
    for await (const piece of this.line.carry(body)) {
      if (response.destroyed) return;
      response.write(piece);
    }
    response.end();
  }
}
