import {gzipSync} from 'node:zlib';
import {bundlePackage, type PackageFile} from '../package.js';
import {formatBytes} from '../progress.js';

/** What a page may pay before its reader acts, in bytes, compressed with gzip. */
const BUDGET = 25_000;

const ENTRY = 'django-playground.js';

/** The element and all it imports at once stays within its budget. */
export async function checkSize(): Promise<string> {
  const chunks = (await bundlePackage(false)).filter(file => file.type === 'chunk');
  const sizes = closure(chunks, ENTRY).map(({fileName, code}) => ({
    fileName,
    bytes: gzipSync(code).byteLength,
  }));
  const total = sizes.reduce((sum, {bytes}) => sum + bytes, 0);
  const list = sizes.map(({fileName, bytes}) => `${fileName} ${formatBytes(bytes)}`).join(' + ');
  if (total > BUDGET) {
    throw new Error(
      `${list} = ${formatBytes(total)} gzip, over the budget of ${formatBytes(BUDGET)}. ` +
        'Import what is not needed at once with import().',
    );
  }
  return `${list} of ${formatBytes(BUDGET)} gzip`;
}

type Chunk = Extract<PackageFile, {type: 'chunk'}>;

/** A chunk and those it imports, directly or not, but for the ones it loads later. */
function closure(chunks: readonly Chunk[], entry: string): Chunk[] {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const names = new Set([entry]);
  for (const name of names) {
    for (const imported of byName.get(name)?.imports ?? []) names.add(imported);
  }
  return [...names].flatMap(name => byName.get(name) ?? []);
}
