import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Window} from 'happy-dom';
import {ROOT} from '../../../src/build/paths.js';
import {bundleLibrary} from '../../../src/build/plugins/demo-libraries.js';
import {readFiles} from '../../../src/project/index.js';
import type {ProjectFile} from '../../../src/protocol/project.js';

const DEMO = join(ROOT, 'demo');

/** The files of each playground of one of the demo's pages, read as a browser does. */
export async function readDemo(page: string): Promise<ProjectFile[][]> {
  const path = join(DEMO, page);
  const window = new Window({url: pathToFileURL(path).href});
  const {Element, Node, NodeFilter, Text, CSS, document} = window;
  Object.assign(globalThis, {Element, Node, NodeFilter, Text, CSS});
  document.write(await readFile(path, 'utf8'));
  const tags = [...document.querySelectorAll('django-playground')] as unknown as Element[];
  return Promise.all(tags.map(tag => readFiles(tag, {fetch: readFromDisk})));
}

async function readFromDisk(url: string): Promise<Response> {
  return new Response((await bundleLibrary(url)) ?? (await readFile(new URL(url))));
}
