/** The folder a browser loads the runtime from. */
import {existsSync} from 'node:fs';
import {readFile, rm, stat, utimes} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {RuntimeFile, RuntimeManifest, RuntimePackage} from '../../protocol/runtime.js';
import type {PackageMetadata} from '../distribution/metadata.js';
import {listFiles, writeWhole} from '../files.js';
import {integrity, shortHash} from '../hash.js';
import {RUNTIME} from '../paths.js';

const MANIFEST = join(RUNTIME, 'manifest.json');

/** What this build writes; an older one's manifest is of no use. */
const FORMAT: RuntimeManifest['format'] = 2;

/** Files that a page opened before this build may still ask for are kept this long. */
const GRACE_MILLISECONDS = 10 * 60 * 1000;

/** Write a file under its content's hash, e.g. `stdlib.zip` → `stdlib-0123456789abcdef.zip`. */
export async function writeHashed(name: string, content: Uint8Array): Promise<RuntimeFile> {
  const extension = extname(name);
  const url = `${name.slice(0, -extension.length)}-${shortHash(content)}${extension}`;
  if (!existsSync(join(RUNTIME, url))) await writeWhole(join(RUNTIME, url), content);
  return {url, ...describeFile(content)};
}

/** What a page knows of a file before it loads it. */
export function describeFile(content: Uint8Array): Omit<RuntimeFile, 'url'> {
  return {
    bytes: content.byteLength,
    gzip: gzipSync(content).byteLength,
    integrity: integrity(content),
  };
}

/** Write a package's licence and describe the package for the manifest. */
export async function describePackage(
  {name, version, licence, licenceText}: PackageMetadata,
  source: string,
): Promise<RuntimePackage> {
  if (!licenceText) return {name, version, licence, source};
  const licenceFile = `licences/${name}-${version}.txt`;
  await writeWhole(join(RUNTIME, licenceFile), licenceText);
  return {name, version, licence, licenceFile, source};
}

/** Write the manifest, last of all, and let go of what no manifest names any more. */
export async function writeManifest(manifest: RuntimeManifest): Promise<void> {
  await keepForNow(await readManifest());
  await writeWhole(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  const named = new Set(filesOf(manifest));
  for (const path of await listFiles(RUNTIME)) {
    if (named.has(path)) continue;
    const {mtimeMs} = await stat(join(RUNTIME, path));
    if (Date.now() - mtimeMs > GRACE_MILLISECONDS) await rm(join(RUNTIME, path), {force: true});
  }
}

/** A page with the manifest that is now replaced still asks for its files, however old they are. */
async function keepForNow(manifest: RuntimeManifest | null): Promise<void> {
  const now = new Date();
  for (const path of manifest ? filesOf(manifest) : []) await utimes(join(RUNTIME, path), now, now);
}

/** The manifest of the last build with all its files there; `null` where something is missing. */
export async function readManifest(): Promise<RuntimeManifest | null> {
  if (!existsSync(MANIFEST)) return null;
  const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as RuntimeManifest;
  if (manifest.format !== FORMAT) return null;
  return filesOf(manifest).every(path => existsSync(join(RUNTIME, path))) ? manifest : null;
}

/** What a page may load. */
export function filesToLoad(manifest: RuntimeManifest): RuntimeFile[] {
  const {wasm, stdlib, stdlibSources, series} = manifest;
  return [
    wasm,
    stdlib,
    stdlibSources,
    ...Object.values(series).flatMap(({image, locales, sources}) => [image, locales, sources]),
    ...Object.values(series).flatMap(({added}) => (added ? [added.image, added.sources] : [])),
  ];
}

/** Everything a manifest names, itself included: the paths a host has to serve. */
export function filesOf(manifest: RuntimeManifest): string[] {
  const series = Object.values(manifest.series);
  const packages = [manifest.packages, ...series.map(each => each.packages)].flat();
  return [
    'manifest.json',
    ...filesToLoad(manifest).map(({url}) => url),
    ...new Set(packages.flatMap(({licenceFile}) => licenceFile ?? [])),
  ];
}
