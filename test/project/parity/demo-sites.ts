import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ROOT} from '../../../src/build/paths.js';
import {readFiles} from '../../../src/project/index.js';
import type {ProjectFile} from '../../../src/protocol/project.js';

const DEMO = join(ROOT, 'demo');

/** The files of each playground of one of the demo's pages, read as a browser does. */
export async function readDemo(page: string): Promise<ProjectFile[][]> {
  const html = await readFile(join(DEMO, page), 'utf8');
  const tags = [...html.matchAll(/<django-playground\b[^>]*>([^]*?)<\/django-playground>/g)];
  return await Promise.all(
    tags.map(([, inner = '']) => readFiles(tag(inner), {fetch: readFromDisk})),
  );
}

async function readFromDisk(url: string): Promise<Response> {
  return new Response(await readFile(new URL(url)));
}

/** As much of an element as is read, since there are none in Node. */
function tag(inner: string): Element {
  const element = {localName: 'django-playground', querySelectorAll: () => scripts};
  const scripts = [...inner.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].map(
    ([, attributes = '', textContent]) => {
      const values = new Map(
        [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
          name,
          value,
        ]),
      );
      return {
        textContent,
        baseURI: pathToFileURL(join(DEMO, 'index.html')).href,
        closest: () => element,
        hasAttribute: (name: string) => values.has(name),
        getAttribute: (name: string) => values.get(name) ?? null,
      };
    },
  );
  return element as unknown as Element;
}
