import {cp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {Eleventy} from '@11ty/eleventy';
import {CACHE, DIST} from './paths.js';

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

/** Make the tutorial in {@link TUTORIAL}, with the package that was built and all it names. */
export async function writeTutorial(): Promise<void> {
  await rm(TUTORIAL, {recursive: true, force: true});
  await generator({
    playground: 'playground/django-playground.js',
    playgroundStyle: 'playground/django-playground.css',
    demoStyle: 'demo.css',
    icon: 'icon.svg',
  }).write();
  await cp(DIST, join(TUTORIAL, 'playground'), {recursive: true});
}

function generator(addresses: Addresses): Eleventy {
  return new Eleventy(INPUT, TUTORIAL, {
    configPath: `${INPUT}/eleventy.config.js`,
    quietMode: true,
    config: eleventy => eleventy.addGlobalData('addresses', addresses),
  });
}
