/** Files as a good host sends them, for the dev server and the tests. */
import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {extname} from 'node:path';
import {pipeline} from 'node:stream/promises';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  // Engines keep compiled code only of a response that says it is WebAssembly.
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

/** Names that hold a hash of the content, the bundler's or the runtime's. */
const HASHED = /-(?:[\w-]{8}|[0-9a-f]{16})\.(?:js|wasm|zip|txt|html)$/;

/** Encodings by how much smaller they are, each with the ending of a file's twin. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Send a file, or its compressed twin where there is one that the browser takes.
 *
 * @param headers More of them, or others.
 * @throws Error when there is no such file.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const {encoding, file, size} = await chooseVariant(path, request.headers['accept-encoding']);
  response.writeHead(200, {
    'Content-Type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': size,
    'Cache-Control': HASHED.test(path) ? 'max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(encoding && {'Content-Encoding': encoding}),
    ...headers,
  });
  if (request.method === 'HEAD') return void response.end();
  // Readers leave in the middle.
  await pipeline(createReadStream(file), response).catch(() => {});
}

interface Variant {
  readonly file: string;
  readonly size: number;
  readonly encoding?: string;
}

async function chooseVariant(path: string, accepted: string | string[] = ''): Promise<Variant> {
  const names = String(accepted).split(',');
  const taken = new Set(names.map(name => name.trim()));
  for (const [encoding, ending] of ENCODINGS) {
    const twin = taken.has(encoding) ? await sizeOf(path + ending) : undefined;
    if (twin !== undefined) return {file: path + ending, size: twin, encoding};
  }
  const size = await sizeOf(path);
  if (size === undefined) throw new Error(`There is no file ${path}`);
  return {file: path, size};
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}
