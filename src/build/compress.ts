/** Compressed twins of files: `a.zip.br` and `a.zip.gz` beside `a.zip`, as many hosts look for. */
import {existsSync} from 'node:fs';
import {copyFile, readFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip, type InputType} from 'node:zlib';
import {listFiles, writeWhole} from './files.js';
import {sha256} from './hash.js';
import {CACHE} from './paths.js';
import {counting} from './progress.js';

/** What a page may load, all of it still uncompressed. */
const COMPRESSIBLE = /\.(?:js|json|txt|wasm|zip)$/;

/** Nobody waits for these before a first page, so that they are not worth minutes of a build. */
const LATER = /-(?:locales|sources)-/;

/** What was compressed is kept by its content, so that nothing is compressed twice. */
const STORE = join(CACHE, 'compressed');

const brotli = promisify(brotliCompress);

/** One encoding, by the ending that hosts know it by. */
interface Encoding {
  readonly ending: 'br' | 'gz';
  readonly level: number;
}

/** Give each file below a folder that a page may load its twins. */
export async function compressFolder(folder: string): Promise<void> {
  const paths = (await listFiles(folder)).filter(path => COMPRESSIBLE.test(path));
  const jobs = paths.flatMap(path => encodings(path).map(encoding => ({path, encoding})));
  const count = counting('Compressing files', jobs.length);
  let done = 0;
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      await compressFile(join(folder, job.path), job.encoding);
      count(++done);
    }
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
}

function encodings(path: string): Encoding[] {
  return [
    {ending: 'br', level: LATER.test(path) ? 9 : constants.BROTLI_MAX_QUALITY},
    {ending: 'gz', level: constants.Z_BEST_COMPRESSION},
  ];
}

async function compressFile(path: string, encoding: Encoding): Promise<void> {
  const {ending, level} = encoding;
  const content = await readFile(path);
  const kept = join(STORE, `${sha256(content)}-${level}.${ending}`);
  if (!existsSync(kept)) await writeWhole(kept, await compress(content, encoding));
  await copyFile(kept, `${path}.${ending}`);
}

function compress(content: InputType & Uint8Array, {ending, level}: Encoding): Promise<Buffer> {
  if (ending === 'gz') return promisify(gzip)(content, {level});
  return brotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
    },
  });
}
