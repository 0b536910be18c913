import {join} from 'node:path';
import {Eleventy} from '@11ty/eleventy';
import {CACHE} from './paths.js';

/** The tutorial's Markdown, relative to the repository's root, as Eleventy wants it. */
const INPUT = 'demo/tutorial';

/** The pages with all they need, for any host. */
export const TUTORIAL = join(CACHE, 'tutorial');

/** Where the pages find what is not theirs, relative to the first of them. */
export interface Addresses {
  readonly playground: string;
  readonly playgroundStyle: string;
  readonly demoStyle: string;
  readonly icon: string;
}

/** Make the tutorial's pages: their HTML by their address, e.g. `/part1/`. */
export async function readTutorial(addresses: Addresses): Promise<ReadonlyMap<string, string>> {
  const pages = await generator(addresses).toJSON();
  return new Map(pages.map(({url, content}) => [url, content]));
}

/** Make the tutorial's pages in {@link TUTORIAL}, with the files that they name. */
export async function writeTutorial(addresses: Addresses): Promise<void> {
  await generator(addresses).write();
}

function generator(addresses: Addresses): Eleventy {
  return new Eleventy(INPUT, TUTORIAL, {
    configPath: `${INPUT}/eleventy.config.js`,
    quietMode: true,
    config: eleventy => eleventy.addGlobalData('addresses', addresses),
  });
}
