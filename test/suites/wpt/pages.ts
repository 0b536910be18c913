/** Which files are pages of tests that run in a window, without a driver. */
import {readFile, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {listFiles} from '../../../src/build/files.js';
import type {Page} from '../suite.js';
import {leftOut} from './choice.js';
import {withEchoes} from './echoes.js';

/** What a file is called that is none, or of what there is not here: TLS, HTTP/2, workers. */
const OTHER_NAMES =
  /(?:^|[/.])(?:resources|support|handlers|crashtests|idlharness|manual|https|h2|serviceworker|worker|sharedworker|tentative)(?:[/.]|$)|-manual\.|-ref\.|-crash\.|access-control-|back-forward-cache/;

/** What tests use that takes another driver, or hosts beside the site's. */
const OTHER_MEANS =
  /testdriver\.js|dispatcher\.js|\/service-workers\/|new (?:Shared)?Worker\(|\.sub\.https|remote-context/;

/** Files that a page names; of the tests' own code nothing is wanted. */
const NAMED = /META: *script=(\S+)|["'(=]\s*([\w./-]+\.(?:html?|xhtml|js|asis))\b/g;
const HARNESS = /^\/resources\/|get-host-info/;

/** Beyond the tests' own patience, which is three times their standard's, in milliseconds. */
const MORE_PATIENCE = 10_000;
const PATIENCE = 30_000 + MORE_PATIENCE;
const LONG_PATIENCE = 180_000 + MORE_PATIENCE;

/** The files of a folder, or the one file that it is. */
export async function filesIn(checkout: string, folder: string): Promise<string[]> {
  if ((await stat(join(checkout, folder))).isFile()) return [folder];
  return (await listFiles(join(checkout, folder))).map(path => `${folder}/${path}`);
}

/** The pages of some folders, in order. */
export async function pagesOf(checkout: string, folders: readonly string[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const folder of folders) {
    for (const place of await filesIn(checkout, folder)) {
      if (!/\.(?:html?|xhtml|any\.js|window\.js)$/.test(place) || OTHER_NAMES.test(place)) continue;
      const text = await readFile(join(checkout, place), 'utf8');
      const found = pagesIn(place, text);
      if (found.length === 0) continue;
      const reason = leftOut(text, await filesOf(checkout, place, text));
      for (const page of found) pages.push({...page, leftOut: reason});
    }
  }
  return pages;
}

/** The texts of the scripts and pages that a page names, and of those that these name. */
async function filesOf(
  checkout: string,
  place: string,
  text: string,
  known = new Set([place]),
): Promise<string[]> {
  const names = [...text.matchAll(NAMED)].map(([, script, other]) => script ?? other ?? '');
  const texts: string[] = [];
  for (const name of names) {
    const path = name.startsWith('/') ? name.slice(1) : join(dirname(place), name);
    if (HARNESS.test(name) || known.has(path)) continue;
    known.add(path);
    const found = await readFile(join(checkout, path), 'utf8').catch(() => '');
    const file = withEchoes(path, found);
    texts.push(file, ...(await filesOf(checkout, path, file, known)));
  }
  return texts;
}

function pagesIn(place: string, text: string): Page[] {
  if (OTHER_MEANS.test(text)) return [];
  const isScript = place.endsWith('.js');
  if (isScript ? !isForWindow(place, text) : !text.includes('testharness.js')) return [];
  const path = `/${place.replace(/\.js$/, '.html')}`;
  const isLong = /(?:META: *timeout=|name=["']?timeout["']? content=["']?)long/.test(text);
  const variants = [
    ...text.matchAll(/META: *variant=(.*)|<meta name=["']?variant["']? content=["']([^"']*)/g),
  ].map(([, one, other]) => (one ?? other ?? '').trim());
  return (variants.length > 0 ? variants : [''])
    .filter(variant => !/wss|h2|https/.test(variant))
    .map(variant => ({path: path + variant, patience: isLong ? LONG_PATIENCE : PATIENCE}));
}

function isForWindow(place: string, text: string): boolean {
  const [, named] = /META: *global=(.*)/.exec(text) ?? [];
  return named === undefined || place.endsWith('.window.js') || /\bwindow\b/.test(named);
}
