import {PlaygroundError} from '../../protocol/failure.js';
import type {Patch, ProjectFile} from '../../protocol/project.js';
import {checkFiles, noFiles} from '../check-files.js';
import {readRegions} from '../regions.js';
import type {Child} from './child.js';
import {findChildren} from './children.js';
import {readContent, type ContentOptions} from './content.js';
import {findFaults, warn} from './faults.js';
import type {MarkupOptions} from './options.js';
import {readSource} from './source.js';

/** Milliseconds within which a tag with nothing in it gets its files. */
const PATIENCE = 1000;

/** See `readFiles` of the room. */
export async function readFiles(element: Element, options?: MarkupOptions): Promise<ProjectFile[]> {
  let {files, faults} = await read(element, options);
  if (files.length === 0 && faults.length === 0 && options?.signal && element.isConnected) {
    // Frameworks come with it a moment later, and reading begins anew then.
    await new Promise(resolve => setTimeout(resolve, PATIENCE));
    options.signal.throwIfAborted();
    ({files, faults} = await read(element, options));
  }
  if (files.length > 0) return files;
  const message = faults.join(' ') || noFiles();
  warn(element, [message]);
  throw new PlaygroundError({code: 'no-files', message});
}

/** See `readPatch` of the room. */
export async function readPatch(element: Element, options?: MarkupOptions): Promise<Patch> {
  const {files, removed} = await read(element, options);
  return {files, removed};
}

/** Tell the author, in the browser's console, what is wrong with a tag's markup. */
export function inspect(element: Element): void {
  warn(element, findFaults(element, findChildren(element, element.baseURI)));
}

interface Reading extends Patch {
  readonly files: ProjectFile[];
  readonly faults: readonly string[];
}

async function read(element: Element, options: MarkupOptions = {}): Promise<Reading> {
  const {fetch = globalThis.fetch.bind(globalThis), signal, base = element.baseURI} = options;
  const own = findChildren(element, base);
  const faults = findFaults(element, own);
  warn(element, faults);
  const children = checked(own.children);
  const src = element.getAttribute('src');
  const all =
    src === null ? children : merge(await readSource(src, base, {fetch, signal}), children);
  const given = all.filter(({deleted}) => !deleted);
  return {
    files: await Promise.all(given.map(child => toFile(child, {fetch, signal}))),
    removed: all.filter(({deleted}) => deleted).map(({path}) => path),
    faults,
  };
}

/** What is written in the page wins over what its `src` brings. */
function merge(sources: readonly Child[], children: readonly Child[]): Child[] {
  const byPath = new Map([...checked(sources), ...children].map(child => [child.path, child]));
  return checked([...byPath.values()]);
}

function checked(children: readonly Child[]): Child[] {
  return children.length > 0 ? checkFiles(children) : [];
}

async function toFile(child: Child, options: ContentOptions): Promise<ProjectFile> {
  const {path, hidden, readonly, selected, label} = child;
  const content = await readContent(child, options);
  // Fails while it is the author who reads it.
  if (typeof content === 'string') readRegions(path, content);
  return {
    path,
    content,
    ...(hidden && {hidden}),
    ...(readonly && {readonly}),
    ...(selected && {selected}),
    ...(label !== undefined && {label}),
  };
}
