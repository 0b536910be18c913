import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'vite';

const LICENCE_FILE = /^(?:licen[sc]e|copying|notice)(?:[.-].*)?$/i;

/**
 * The licences of the npm packages whose code is in a build, as its `licences.txt`.
 *
 * @param bundled Files that reached the build inside a bundle of its own.
 */
export function licences(bundled: ReadonlySet<string>): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(file =>
        file.type === 'chunk' ? file.moduleIds : [],
      );
      const folders = [...modules, ...bundled].flatMap(path => packageFolder(path) ?? []);
      const texts = await Promise.all([...new Set(folders)].map(describe));
      const source = texts.toSorted().join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({type: 'asset', fileName: 'licences.txt', source});
    },
  };
}

/** The npm package that a file belongs to; `null` for our own. */
function packageFolder(path: string): string | null {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder ?? null;
}

async function describe(folder: string): Promise<string> {
  const {name, version, license, homepage} = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as {name: string; version: string; license?: string; homepage?: string};
  const title = [`${name} ${version}`, license, homepage].filter(Boolean).join(', ');
  const file = (await readdir(folder)).find(entry => LICENCE_FILE.test(entry));
  return `${title}\n\n${file ? await readFile(join(folder, file), 'utf8') : ''}`;
}
