/** The folder of a playground that a site serves itself. */
import {cp, readdir, readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import type {RuntimeFile, RuntimeManifest} from '../../protocol/runtime.js';
import {replaceFolder, writeWhole} from '../files.js';
import {integrity, shortHash} from '../hash.js';
import {describeFile, filesOf} from '../runtime/output.js';

/** Where the package's own modules lie in it. */
const ELEMENT = 'element';

const ENTRY = 'django-playground.js';

/** New files by the names they get. */
export type NewFiles = ReadonlyMap<string, Uint8Array>;

/** A file of the runtime, with its content's hash in its name. */
export function nameFile(name: string, content: Uint8Array): RuntimeFile {
  const extension = extname(name);
  const url = `${name.slice(0, -extension.length)}-${shortHash(content)}${extension}`;
  return {url, ...describeFile(content)};
}

/**
 * Make the folder: an entry that knows the manifest, the package's modules, and of its runtime what
 * the manifest names.
 *
 * @param dist The package's own folder.
 */
export async function writeFolder(
  out: string,
  dist: string,
  manifest: RuntimeManifest,
  files: NewFiles,
): Promise<void> {
  await replaceFolder(out, async folder => {
    for (const name of await readdir(dist)) {
      if (/\.(?:js|txt)$/.test(name)) await cp(join(dist, name), join(folder, ELEMENT, name));
    }
    await cp(join(dist, 'django-playground.css'), join(folder, 'django-playground.css'));
    for (const [path, content] of files) await writeWhole(join(folder, 'runtime', path), content);
    const own = (await readdir(join(dist, 'runtime'))).filter(name =>
      /^[a-z]+-[\da-f]{16}\.(?:txt|html)$/.test(name),
    );
    for (const path of new Set([...filesOf(manifest), ...own])) {
      if (path === 'manifest.json' || files.has(path)) continue;
      await cp(join(dist, 'runtime', path), join(folder, 'runtime', path));
    }
    const text = JSON.stringify(manifest, null, 2);
    await writeWhole(join(folder, 'runtime', 'manifest.json'), `${text}\n`);
    await writeWhole(join(folder, ENTRY), entry(manifest));
    await writeWhole(join(folder, 'integrity.json'), await integrities(folder));
  });
}

function entry(manifest: RuntimeManifest): string {
  return `import {configure} from './${ELEMENT}/${ENTRY}';
export * from './${ELEMENT}/${ENTRY}';
configure({
  runtime: new URL('./runtime/', import.meta.url).href,
  manifest: ${JSON.stringify(manifest)},
});
`;
}

/** The hashes of all modules, in the form that import maps have them. */
async function integrities(folder: string): Promise<string> {
  const modules = (await readdir(join(folder, ELEMENT))).filter(name => name.endsWith('.js'));
  const paths = [ENTRY, ...modules.map(name => `${ELEMENT}/${name}`)];
  const hashes = await Promise.all(
    paths.map(async path => [`./${path}`, integrity(await readFile(join(folder, path)))]),
  );
  return `${JSON.stringify({integrity: Object.fromEntries(hashes) as object}, null, 2)}\n`;
}
