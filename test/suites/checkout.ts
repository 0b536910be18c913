import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {run} from '../../src/build/command.js';
import {replaceFolder} from '../../src/build/files.js';
import {say} from '../../src/build/progress.js';
import type {Suite} from './suite.js';

/**
 * The suite's own repository, of which only what is needed is cloned, and only once.
 *
 * @throws Error with what git said.
 */
export async function checkout(suite: Suite, folder: string): Promise<string> {
  const {name, repository, commit, paths} = suite;
  const place = `${folder}-${commit.slice(0, 10)}`;
  if (existsSync(place)) return place;
  say(`Cloning ${repository} …`);
  try {
    await replaceFolder(place, async draft => {
      const git = (...args: string[]) => run('git', ['-C', draft, ...args]);
      await git('init', '--quiet');
      await git('remote', 'add', 'origin', repository);
      await git('sparse-checkout', 'set', '--no-cone', ...paths.map(path => `/${path}`));
      await git('fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', commit);
      await git('checkout', '--quiet', 'FETCH_HEAD');
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${repository} could not be cloned (${reason}). Take a checkout of your own: ` +
        `npm run test:${name} -- --from ${join('path', 'to', name)}`,
      {cause: error},
    );
  }
  return place;
}
