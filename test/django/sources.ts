/** Django's own tests, of the very version that the runtime holds. */
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {run} from '../../src/build/command.js';
import {pip} from '../../src/build/distribution/pip.js';
import {listFiles, replaceFolder} from '../../src/build/files.js';
import {CACHE} from '../../src/build/paths.js';
import {say} from '../../src/build/progress.js';
import type {RuntimeManifest} from '../../src/protocol/runtime.js';

export interface Sources {
  readonly series: string;
  /** E.g. `5.2.19`. */
  readonly version: string;
  /** The folder with a package for each label. */
  readonly tests: string;
  /** Where what becomes of them is kept. */
  readonly results: string;
}

/** As Django's own script has it: packages that are no tests, and those of other databases. */
const NO_LABELS: ReadonlySet<string> = new Set([
  'import_error_package',
  'test_runner_apps',
  'gis_tests',
]);

/**
 * Have the sources of a series' tests, fetched once for each version.
 *
 * @throws Error where the runtime lacks the series, or the index its sources.
 */
export async function obtainSources(manifest: RuntimeManifest, series: string): Promise<Sources> {
  const version = manifest.series[series]?.django;
  if (version === undefined) throw new Error(`The runtime that was built has no Django ${series}.`);
  const root = join(CACHE, 'django-suite', version);
  const tests = join(root, 'tests');
  if (!existsSync(tests)) {
    say(`Fetching the tests of Django ${version} …`);
    await replaceFolder(tests, draft => fetchTests(version, draft));
  }
  return {series, version, tests, results: root};
}

async function fetchTests(version: string, folder: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'django-sources-'));
  try {
    const options = ['--quiet', '--no-deps', '--no-binary=:all:', '--ignore-requires-python'];
    await pip(['download', ...options, '--dest', scratch, `Django==${version}`]);
    const [archive = ''] = await readdir(scratch);
    const root = archive.replace(/\.tar\.gz$/, '');
    const target = ['-C', folder, '--strip-components=2', `${root}/tests`];
    await run('tar', ['-xzf', join(scratch, archive), ...target]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The tests of Django ${version} cannot be had: ${reason}. Its source release has them: ` +
        'let this machine reach a Python package index with pip, then try again.',
      {cause: error},
    );
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

/** All labels, those with most tests first, so that no processor waits for the last one. */
export async function listLabels({tests}: Sources): Promise<readonly string[]> {
  const entries = await readdir(tests, {withFileTypes: true});
  const labels = entries
    .filter(entry => entry.isDirectory() && existsSync(join(tests, entry.name, '__init__.py')))
    .map(entry => entry.name)
    .filter(name => !NO_LABELS.has(name));
  const sizes = new Map(
    await Promise.all(
      labels.map(async label => [label, (await listFiles(join(tests, label))).length] as const),
    ),
  );
  return labels.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
}
