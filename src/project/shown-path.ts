import type {ProjectFile} from '../protocol/project.js';
import {layOut} from './layout.js';

/**
 * As whom the reader knows a file that Django wrote: migrations of modules that lie at the root lie
 * beside them, and not in the app that is made around these.
 *
 * @param files The project's.
 * @returns what makes the reader's path of the one in the interpreter.
 */
export function shownPaths(files: readonly ProjectFile[]): (stored: string) => string {
  const {wrapper} = layOut(files);
  const start = `${wrapper}/migrations/`;
  return stored =>
    wrapper !== undefined && stored.startsWith(start) ? stored.slice(wrapper.length + 1) : stored;
}
