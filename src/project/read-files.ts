import type {ProjectFile} from '../protocol/project.js';
import {checkFiles} from './check-files.js';
import {readChildren, type Child} from './children.js';
import {readContent, type ContentOptions} from './content.js';
import {checkRegions} from './find-regions.js';

/**
 * The files that a tag's children are, checked, in the document's order. Nothing is loaded unless
 * a child has a `src`, and then all of them at once.
 *
 * @throws PlaygroundError with any of the codes for an author's markup.
 */
export async function readFiles(
  element: Element,
  options: Partial<ContentOptions> = {},
): Promise<ProjectFile[]> {
  const children = readChildren(element).filter(({deleted}) => !deleted);
  return toFiles(checkFiles(children), options);
}

/** The files that children are. */
export async function toFiles(
  children: readonly Child[],
  {fetch = globalThis.fetch.bind(globalThis), signal}: Partial<ContentOptions>,
): Promise<ProjectFile[]> {
  return await Promise.all(
    children.map(async child => toFile(child, await readContent(child, {fetch, signal}))),
  );
}

async function toFile(child: Child, content: ProjectFile['content']): Promise<ProjectFile> {
  const {path, hidden, readonly, selected, label} = child;
  // Fails while it is the author who reads it.
  if (typeof content === 'string') await checkRegions(path, content);
  return {
    path,
    content,
    ...(hidden && {hidden}),
    ...(readonly && {readonly}),
    ...(selected && {selected}),
    ...(label !== undefined && {label}),
  };
}
