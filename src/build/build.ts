import {relative} from 'node:path';
import {gzipSync} from 'node:zlib';
import {writeApi} from './api.js';
import {bundleCommand} from './bin.js';
import {compressFolder} from './compress.js';
import {bundleMarkdown} from './markdown.js';
import {writePackage, type PackageFile} from './package.js';
import {DIST, ROOT, RUNTIME} from './paths.js';
import {formatBytes, say} from './progress.js';
import {buildRuntime, summarize} from './runtime/runtime.js';

/**
 * `npm run build`: the package in `dist/`. With `--runtime` only the Django runtime, with
 * `--tutorial` also the tutorial as a site of static pages.
 *
 * @returns The exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  const manifest = await buildRuntime();
  say(`The runtime is in ${relative(ROOT, RUNTIME)}/:`);
  for (const line of summarize(manifest)) say(`  ${line}`);
  if (args.includes('--runtime')) return 0;
  say('Bundling the element …');
  const files = await writePackage();
  await writeApi();
  await compressFolder(DIST);
  // For Node, which takes nothing compressed.
  await bundleMarkdown();
  await bundleCommand();
  say(`The package is in ${relative(ROOT, DIST)}/:`);
  for (const file of files) say(`  ${file.fileName}, ${sizes(file)}`);
  if (args.includes('--tutorial')) {
    const {TUTORIAL, writeTutorial} = await import('./tutorial.js');
    await writeTutorial();
    say(`The tutorial is in ${relative(ROOT, TUTORIAL)}/.`);
  }
  return 0;
}

function sizes(file: PackageFile): string {
  const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
  return `${formatBytes(content.byteLength)}, gzip ${formatBytes(gzipSync(content).byteLength)}`;
}
