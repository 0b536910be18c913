import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {listFiles} from '../files.js';

/** What a running site never reads. Paths are relative to site-packages. */
const UNNEEDED: readonly RegExp[] = [
  // Translations are read from their compiled `.mo` files.
  /\.po$/,
  // Needs libraries that do not exist in WebAssembly, and is a fifth of Django's size.
  /^django\/contrib\/gis\//,
  /^[^/]+\/(?:.+\/)?tests\//,
  /\.(?:exe|pyc|so|dll)$/,
  // Sums over files of which some are left out here.
  /\.dist-info\/(?:RECORD|INSTALLER|REQUESTED|direct_url\.json)$/,
];

const IMPORTS_GIS = /^\s*(?:from|import)\s+django\.contrib\.gis\b/m;

/**
 * Remove what a running site never reads.
 *
 * @throws Error when something that stays imports something that went.
 */
export async function prune(sitePackages: string): Promise<void> {
  for (const path of await listFiles(sitePackages)) {
    if (UNNEEDED.some(pattern => pattern.test(path))) await rm(join(sitePackages, path));
    else if (path.endsWith('.py')) await requireWithoutGis(sitePackages, path);
  }
}

async function requireWithoutGis(sitePackages: string, path: string): Promise<void> {
  if (IMPORTS_GIS.test(await readFile(join(sitePackages, path), 'utf8'))) {
    throw new Error(`${path} imports django.contrib.gis, which is left out.`);
  }
}
