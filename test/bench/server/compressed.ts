/** Files as a host sends them that compresses. */
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import * as zlib from 'node:zlib';
import {writeWhole} from '../../../src/build/files.js';
import {CACHE} from '../../../src/build/paths.js';

export type Encoding = 'br' | 'gzip';

/** Files that are compressed already. */
const DENSE = /\.(?:gz|whl|png|woff2)$/;

const SUFFIXES: Readonly<Record<Encoding, string>> = {br: '.br', gzip: '.gz'};
const KEPT = join(CACHE, 'bench', 'compressed');

/** As hosts do it that compress once, or whenever asked: nearly as small as can be. */
const BROTLI_QUALITY = 9;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** The encoding that a browser would rather have, and nothing where it knows none. */
export function chooseEncoding(path: string, accepted: string): Encoding | undefined {
  if (DENSE.test(path)) return undefined;
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/**
 * The bytes of a file in an encoding: those that lie beside it, made with it; otherwise made here
 * once and kept.
 */
export async function readCompressed(path: string, encoding: Encoding): Promise<Uint8Array> {
  const beside = path + SUFFIXES[encoding];
  if (existsSync(beside)) return readFile(beside);
  const content = await readFile(path);
  return compress(content, encoding);
}

/** What was compressed before is not compressed again. */
async function compress(content: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 32);
  const kept = join(KEPT, `${hash}${SUFFIXES[encoding]}`);
  if (existsSync(kept)) return readFile(kept);
  const compressed = encoding === 'gzip' ? await gzip(content) : await compressBrotli(content);
  await writeWhole(kept, compressed);
  return compressed;
}

function compressBrotli(content: Uint8Array): Promise<Buffer> {
  const {BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN} = zlib.constants;
  return brotli(content, {
    params: {
      [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [BROTLI_PARAM_SIZE_HINT]: content.length,
      [BROTLI_PARAM_LGWIN]: 24,
    },
  });
}
