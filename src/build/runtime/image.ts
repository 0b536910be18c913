import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {readFiles, type PlacedFile} from '../files.js';
import {PYTHON} from '../paths.js';
import {storedZip} from './archive.js';
import {compileModules} from './bytecode.js';

/** Where the interpreter mounts the image. */
const MOUNT = '/lib/python3.14/site-packages';

/** How CPython 3.14 marks its bytecode. */
const TAG = 'cpython-314';

/** The playground's own package, which travels in each image. */
const OWN_PACKAGE = 'django_playground';

/** Everything below site-packages with bytecode, as one zip: Django, what it needs, our package. */
export async function buildImage(sitePackages: string): Promise<Uint8Array> {
  const files = [...(await readFiles(sitePackages)), ...(await readOwnPackage())];
  const modules = files.filter(({path}) => path.endsWith('.py'));
  const bytecode = await compileModules(
    modules.map(({path, content}) => ({filename: `${MOUNT}/${path}`, source: content})),
  );
  const compiled = bytecode.map((content, index) => ({
    path: cachePath(modules[index]?.path ?? ''),
    content,
  }));
  return storedZip([...files, ...compiled]);
}

/** Our own package's files, as they are at this moment. */
export async function readOwnPackage(): Promise<PlacedFile[]> {
  const folder = join(PYTHON, OWN_PACKAGE);
  if (!existsSync(folder)) return [];
  const files = await readFiles(folder);
  return files
    .filter(({path}) => !path.includes('__pycache__/'))
    .map(({path, content}) => ({path: `${OWN_PACKAGE}/${path}`, content}));
}

/** `a/b.py` → `a/__pycache__/b.cpython-314.pyc`, where Python looks for it. */
function cachePath(path: string): string {
  return path.replace(/([^/]+)\.py$/, `__pycache__/$1.${TAG}.pyc`);
}
