import type {ProjectFile} from '../protocol/project.js';
import type {SavedFiles} from '../protocol/storage.js';

/** As much of a project as it takes to say what became of the author's files. */
interface ChangedProject {
  readonly original: readonly ProjectFile[];
  readonly files: readonly ProjectFile[];
  /** Paths of the files that differ from the author's. */
  readonly changed: ReadonlySet<string>;
}

/** What makes a project's files of the author's. */
export function savedOf({original, files, changed}: ChangedProject): SavedFiles {
  const mine = files.filter(({path}) => changed.has(path));
  const paths = new Set(files.map(({path}) => path));
  const removed = original.flatMap(({path}) => (paths.has(path) ? [] : [path]));
  const bytes = mine.flatMap(({path, content}) =>
    typeof content === 'string' ? [] : [{path, content}],
  );
  const saved: SavedFiles = {
    edits: Object.fromEntries(
      mine.flatMap(({path, content}) => (typeof content === 'string' ? [[path, content]] : [])),
    ),
    ...(bytes.length > 0 && {bytes}),
    ...(removed.length > 0 && {removed}),
  };
  const order = [...paths];
  const natural = withSaved(original, saved).map(({path}) => path);
  return order.join('\n') === natural.join('\n') ? saved : {...saved, order};
}

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
