/** The demo's polls page as others host it: with the built package, from wherever that lies. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {ROOT} from '../../src/build/paths.js';

const DEMO = join(ROOT, 'demo');

/** What has the page's policy, which allows nothing inline, allow for it. */
const STRICT_SETUP = '<script type="module" src="/pages/strict.js"></script>';

/**
 * The page's markup.
 *
 * @param place Where the package lies, a slash at its end.
 */
export async function hostedDemo(place: string, strict: boolean): Promise<string> {
  const markup = await readFile(join(DEMO, 'index.html'), 'utf8');
  return markup
    .replace('/src/django-playground.css', `${place}django-playground.css`)
    .replace('/src/index.ts', `${place}django-playground.js`)
    .replace('</head>', `${strict ? STRICT_SETUP : ''}</head>`);
}

/** Where another of the demo's files lies. */
export function demoFile(path: string): string {
  return join(DEMO, path);
}
