import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {bundlePackage, type PackageFile} from '../package.js';
import {ROOT} from '../paths.js';
import {formatBytes} from '../progress.js';

/** What a page may pay for something, in bytes, compressed with gzip. */
interface Budget {
  readonly what: string;
  readonly bytes: number;
  /** The modules that it begins with. */
  readonly entries: readonly string[];
}

/** Before the reader acts. */
const ELEMENT: Budget = {
  what: 'the element',
  bytes: 25_000,
  entries: ['src/index.ts'],
};

/** Once the reader goes to edit a first file, in Python or HTML. */
const EDITOR: Budget = {
  what: 'the editor',
  bytes: 180_000,
  entries: [
    'src/editor/index.ts',
    'src/editor/languages/python.ts',
    'src/editor/languages/template.ts',
  ],
};

/** The element with all it imports at once, and the editor beyond it, stay within their budgets. */
export async function checkSize(): Promise<string> {
  const chunks = (await bundlePackage(false)).filter(file => file.type === 'chunk');
  const eager = closure(chunks, ELEMENT);
  const editor = closure(chunks, EDITOR).filter(chunk => !eager.includes(chunk));
  return [weigh(eager, ELEMENT), weigh(editor, EDITOR)].join('; ');
}

type Chunk = Extract<PackageFile, {type: 'chunk'}>;

/** @throws Error when the chunks are over their budget. */
function weigh(chunks: readonly Chunk[], {what, bytes}: Budget): string {
  const sizes = chunks.map(({fileName, code}) => ({fileName, bytes: gzipSync(code).byteLength}));
  const total = sizes.reduce((sum, size) => sum + size.bytes, 0);
  if (total > bytes) {
    const list = sizes.map(size => `${size.fileName} ${formatBytes(size.bytes)}`).join(' + ');
    throw new Error(
      `For ${what} a page loads ${list} = ${formatBytes(total)} gzip, over the budget of ` +
        `${formatBytes(bytes)}. Import what is not needed at once with import().`,
    );
  }
  return `${what} ${formatBytes(total)} of ${formatBytes(bytes)} gzip`;
}

/** Chunks and those they import, directly or not, but for the ones they load later. */
function closure(chunks: readonly Chunk[], {what, entries}: Budget): Chunk[] {
  const byFileName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  for (const entry of entries) {
    const chunk = chunks.find(({facadeModuleId}) => facadeModuleId === join(ROOT, entry));
    if (!chunk) throw new Error(`No chunk is made of ${entry}, which ${what} begins with.`);
    found.add(chunk);
  }
  for (const {imports} of found) {
    for (const name of imports) {
      const imported = byFileName.get(name);
      if (imported) found.add(imported);
    }
  }
  return [...found];
}
