/** A runtime of one's own, of a source tree that needs a package, as the package's command makes it. */
import {cp, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {bundleCommand} from '../../src/build/bin.js';
import {run} from '../../src/build/command.js';
import {CACHE, DIST} from '../../src/build/paths.js';
import {replaceFolder} from '../../src/build/files.js';

/** Where it lies; pages have it as `/own/`. */
export const OWN = join(CACHE, 'bench', 'own');

const TREE = join(import.meta.dirname, 'shelf');

/** @throws Error with what the command says, e.g. where there is no package index. */
export async function makeOwnRuntime(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'own-runtime-'));
  try {
    await bundleCommand();
    // What makes a wheel of it leaves folders beside the sources.
    const tree = join(scratch, 'shelf');
    await cp(TREE, tree, {recursive: true});
    const command = join(DIST, 'build', 'own', 'bin.js');
    const made = join(scratch, 'made');
    await run(process.execPath, [command, 'build', '--with', tree, '--out', made]);
    await replaceFolder(OWN, draft => cp(made, draft, {recursive: true}));
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}
