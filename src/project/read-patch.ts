import type {Patch} from '../protocol/project.js';
import {checkFiles} from './check-files.js';
import {readChildren} from './children.js';
import type {ContentOptions} from './content.js';
import {toFiles} from './read-files.js';

/**
 * What a tag's children make of the files of the step that it extends; that may be nothing.
 *
 * @throws PlaygroundError with any of the codes for an author's markup.
 */
export async function readPatch(
  element: Element,
  options: Partial<ContentOptions> = {},
): Promise<Patch> {
  const all = readChildren(element);
  const children = all.length > 0 ? checkFiles(all) : [];
  const given = children.filter(({deleted}) => !deleted);
  const removed = children.filter(({deleted}) => deleted);
  return {files: await toFiles(given, options), removed: removed.map(({path}) => path)};
}
