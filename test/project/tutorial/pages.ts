import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Window} from 'happy-dom';
import {ROOT} from '../../../src/build/paths.js';
import {readTutorial} from '../../../src/build/tutorial.js';
import {
  commandOf,
  playgroundOf,
  resolveSteps,
  type LoadedPage,
  type Step,
} from '../../../src/chain/index.js';
import {readPatch} from '../../../src/project/index.js';

/** Where the pages pretend to be. */
const PLACE = 'http://tutorial.localhost';

/** The last step of the tutorial, which all others lead to. */
const LAST = {page: '/part8/', id: 'footfall'};

/** A reference in the prose to a line of a file. */
export interface Reference {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The code that the prose says is there, where it says any. */
  readonly code: string | undefined;
}

/** Every step in the order in which it is read, found and put together as in a browser. */
export async function readSteps(): Promise<readonly Step[]> {
  const pages = await readTutorial({playground: '', playgroundStyle: '', demoStyle: '', icon: ''});
  const window = new Window({url: PLACE + LAST.page});
  const {Element, Node, NodeFilter, Text, CSS, location} = window;
  Object.assign(globalThis, {Element, Node, NodeFilter, Text, CSS, location});
  const parser = new window.DOMParser();
  const load = (url: string): LoadedPage => {
    const html = pages.get(new URL(url).pathname);
    if (html === undefined) throw new Error(`The tutorial has no page ${url}`);
    return {url, document: parser.parseFromString(html, 'text/html') as unknown as Document};
  };
  const last = load(location.href).document.getElementById(LAST.id);
  if (!last) throw new Error(`There is no step #${LAST.id}`);
  return await resolveSteps(last, {
    loadPage: url => Promise.resolve(load(url)),
    readPatch: (element, _isFirst, base) => readPatch(element, {base, fetch: readFromDisk}),
  });
}

/** What a step's prose has readers run, as after `manage.py`. */
export function commandsAt({element}: Step): string[] {
  return proseOf(element, '[data-django-manage]').map(commandOf);
}

/** Lines of files that a step's prose points at. */
export function referencesAt({element}: Step): Reference[] {
  return proseOf(element, '[data-django-file]').map(prose => ({
    path: prose.getAttribute('data-django-file') ?? '',
    line: Number(prose.getAttribute('data-django-line') ?? 1),
    code: prose.querySelector('code')?.textContent,
  }));
}

function proseOf(playground: Element, selector: string): Element[] {
  const prose = [...(playground.getRootNode() as Document).querySelectorAll(selector)];
  return prose.filter(each => playgroundOf(each, playground.localName) === playground);
}

/** Files of packages, which lie beside the pages. */
async function readFromDisk(url: string): Promise<Response> {
  const {pathname} = new URL(url);
  return new Response(await readFile(join(ROOT, 'demo', 'tutorial', pathname)));
}
