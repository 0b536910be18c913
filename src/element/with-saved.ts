import type {ProjectFile} from '../protocol/project.js';
import type {SavedFiles} from '../protocol/storage.js';

/**
 * Files with what was saved done to them. A file that the author has no more comes back.
 *
 * @param isKept Whether a file stays as it is.
 */
export function withSaved(
  files: readonly ProjectFile[],
  {edits, bytes = [], removed = [], order}: SavedFiles,
  isKept: (path: string) => boolean = () => false,
): readonly ProjectFile[] {
  const contents = new Map<string, ProjectFile['content']>(Object.entries(edits));
  for (const {path, content} of bytes) contents.set(path, content);
  const gone = new Set(removed);
  const kept = files.flatMap(file => {
    if (isKept(file.path)) return [file];
    const content = contents.get(file.path);
    return gone.has(file.path) ? [] : [content === undefined ? file : {...file, content}];
  });
  const known = new Set(files.map(({path}) => path));
  const created = [...contents].flatMap(([path, content]) =>
    known.has(path) ? [] : [{path, content}],
  );
  const all = [...kept, ...created];
  if (!order) return all;
  const places = new Map(order.map((path, index) => [path, index]));
  const placeOf = ({path}: ProjectFile): number => places.get(path) ?? order.length;
  return all.toSorted((one, other) => placeOf(one) - placeOf(other));
}
