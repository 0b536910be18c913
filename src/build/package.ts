/** The package in `dist/`: what a page loads, and what its author's tools read. */
import {existsSync} from 'node:fs';
import {cp} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {build, type Rolldown} from 'vite';
import {writeEditorData} from './editor-data.js';
import {listFiles, writeWhole} from './files.js';
import {integrity} from './hash.js';
import {CACHE, DIST, ROOT} from './paths.js';
import {runTool} from './tool.js';

/** A file of the package that a page may load. */
export type PackageFile = Rolldown.OutputAsset | Rolldown.OutputChunk;

const STYLESHEET = 'django-playground.css';

/** What the element's manifest describes. */
const PUBLIC_MODULES = [
  'django-playground',
  'appearance',
  'site-attributes',
  'giving-methods',
  'events',
].map(name => `src/element/${name}.ts`);

/** The rooms whose types no user of the package can meet. */
const UNSEEN = /^(?:build|worker|frame\/guest)\//;

/**
 * Bundle the element and everything it loads.
 *
 * @param write Into `dist/`; otherwise only the result is wanted.
 * @throws Error with the bundler's messages.
 */
export async function bundlePackage(write: boolean): Promise<readonly PackageFile[]> {
  const result = await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: {write, outDir: DIST, emptyOutDir: true},
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('Vite made no package');
  return output.output;
}

/**
 * Write all of the package: what a page loads, and what is for people and their tools.
 *
 * @throws Error with the messages of whatever makes a part of it.
 */
export async function writePackage(): Promise<readonly PackageFile[]> {
  const files = await bundlePackage(true);
  await writeTypes();
  await writeElementsManifest();
  await writeEditorData();
  await writeStylesheet();
  await writeIntegrity(files);
  return files;
}

/** Put the declarations of the source files that exist into `dist/types/`. */
async function writeTypes(): Promise<void> {
  await runTool('typescript/bin/tsc', ['-b', 'src']);
  const made = join(CACHE, 'types');
  for (const path of await listFiles(made)) {
    const source = join(ROOT, 'src', path.replace(/\.d\.ts$/, '.ts'));
    if (path.endsWith('.d.ts') && !UNSEEN.test(path) && existsSync(source)) {
      await cp(join(made, path), join(DIST, 'types', path));
    }
  }
}

/** What a page may take in beside the script, for the time until that has come. */
export async function writeStylesheet(): Promise<void> {
  await cp(join(ROOT, 'src', STYLESHEET), join(DIST, STYLESHEET));
}

/** The hashes of all modules, in the form that import maps have them. */
async function writeIntegrity(files: readonly PackageFile[]): Promise<void> {
  const modules = files.flatMap(file => (file.type === 'chunk' ? [file] : []));
  const hashes = modules.map(({fileName, code}) => [`./${fileName}`, integrity(Buffer.from(code))]);
  const map = {integrity: Object.fromEntries(hashes) as object};
  await writeWhole(join(DIST, 'integrity.json'), `${JSON.stringify(map, null, 2)}\n`);
}

/** Describe the element for editors and documentation, from its own comments. */
export async function writeElementsManifest(folder = DIST): Promise<void> {
  const globs = PUBLIC_MODULES.flatMap(path => ['--globs', path]);
  // The tool takes a folder that is named from here.
  const options = ['--litelement', '--config', 'src/build/custom-elements-manifest.config.mjs'];
  const args = ['analyze', ...options, ...globs, '--outdir', relative(ROOT, folder)];
  await runTool('@custom-elements-manifest/analyzer/cem.js', args);
}
