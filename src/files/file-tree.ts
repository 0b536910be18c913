/** Files by folder, as the rows of a tree. */

/** A folder or a file in the tree. */
export interface Row {
  /** Of a folder without a `/` at its end. */
  readonly path: string;
  readonly name: string;
  readonly isFolder: boolean;
  /** From 1. */
  readonly level: number;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
}

/**
 * The rows that are seen: folders where their first file stands.
 *
 * @param closed Paths of folders whose contents are not seen.
 */
export function treeRows(paths: readonly string[], closed: ReadonlySet<string>): Row[] {
  return rowsIn('', paths, closed, 1);
}

function rowsIn(
  folder: string,
  paths: readonly string[],
  closed: ReadonlySet<string>,
  level: number,
): Row[] {
  const entries = new Map<string, string[]>();
  for (const path of paths) {
    const [name = ''] = path.slice(folder.length).split('/', 1);
    const isFolder = folder.length + name.length < path.length;
    const key = isFolder ? `${name}/` : name;
    const inside = entries.get(key);
    if (inside) inside.push(path);
    else entries.set(key, [path]);
  }
  return [...entries].flatMap(([key, inside], index) => {
    const isFolder = key.endsWith('/');
    const name = isFolder ? key.slice(0, -1) : key;
    const path = folder + name;
    const row = {path, name, isFolder, level, position: index + 1, siblings: entries.size};
    const isOpen = isFolder && !closed.has(path);
    return isOpen ? [row].concat(rowsIn(`${path}/`, inside, closed, level + 1)) : [row];
  });
}

/** The folders that a path lies in. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
