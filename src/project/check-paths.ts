import {PlaygroundError} from '../protocol/failure.js';
import type {ProjectFile} from '../protocol/project.js';

/** A path from the project's root, without parts such as `..` or an empty one. */
const PATH = /^(?![a-z]:)(?:(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+(?:\/(?!$)|$))+$/iu;

/** The first path that is none, or taken; else `undefined`. */
export function findBadPath(files: readonly ProjectFile[]): string | undefined {
  const paths = files.map(({path}) => path);
  const isTaken = (path: string, index: number): boolean =>
    paths.indexOf(path) < index || paths.some(other => other.startsWith(`${path}/`));
  return paths.find((path, index) => !PATH.test(path) || isTaken(path, index));
}

/**
 * Files that a script gives, where each has a path of its own.
 *
 * @throws PlaygroundError `bad-path`.
 */
export function checkPaths(files: readonly ProjectFile[]): readonly ProjectFile[] {
  const path = findBadPath(files);
  if (path === undefined) return files;
  throw new PlaygroundError({
    code: 'bad-path',
    message: `The path “${path}” is not valid, or taken. Give each file its own, such as “polls/views.py”.`,
  });
}
