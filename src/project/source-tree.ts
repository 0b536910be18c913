import {isIdentifier} from './python.js';

/** The files of a project by the path they run at, and what Python makes of them. */
export class SourceTree {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #folders: ReadonlySet<string>;

  /** @param files Path and text of each file; the text of a binary file is `''`. */
  constructor(files: Iterable<readonly [path: string, text: string]>) {
    this.#texts = new Map(files);
    this.#folders = new Set([...this.#texts.keys()].flatMap(folders));
  }

  /** The same files with some at other paths. */
  moved(moves: ReadonlyMap<string, string>): SourceTree {
    return new SourceTree([...this.#texts].map(([path, text]) => [moves.get(path) ?? path, text]));
  }

  /** These files and more. */
  with(files: Iterable<readonly [path: string, text: string]>): SourceTree {
    return new SourceTree([...this.#texts, ...files]);
  }

  get paths(): string[] {
    return [...this.#texts.keys()];
  }

  /** Every folder that holds a file, however deep; parents before their children. */
  get folders(): string[] {
    return [...this.#folders].toSorted();
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  hasFolder(folder: string): boolean {
    return this.#folders.has(folder);
  }

  /** The text of a file, `''` where there is none. */
  text(path: string): string {
    return this.#texts.get(path) ?? '';
  }

  /** The names of the files and folders right in a folder; `''` is the root. */
  namesIn(folder: string): string[] {
    const start = folder && `${folder}/`;
    const inside = this.paths.filter(path => path.startsWith(start));
    return [...new Set(inside.map(path => path.slice(start.length).replace(/\/.*/, '')))];
  }

  /** The file of a module, given its dotted name, where it is one of these. */
  moduleFile(name: string): string | undefined {
    const path = name.replaceAll('.', '/');
    return [`${path}.py`, `${path}/__init__.py`].find(file => this.has(file));
  }

  /** Whether a folder holds a module, be it a file or a package with Python in it. */
  holdsModule(folder: string, name: string): boolean {
    const path = join(folder, name);
    return (
      this.has(`${path}.py`) ||
      this.paths.some(file => file.startsWith(`${path}/`) && file.endsWith('.py'))
    );
  }
}

/** The folders a path lies in, the outermost first; without the root. */
export function folders(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The folder a path lies in, `''` for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A name in a folder; `''` is the root. */
export function join(folder: string, name: string): string {
  return folder ? `${folder}/${name}` : name;
}

/** The dotted name of a module's file or a package's folder. */
export function moduleName(path: string): string {
  return path.replace(/(^|\/)__init__\.py$|\.py$/, '').replaceAll('/', '.');
}

/** Whether every part of a folder's path can be imported. */
export function isImportable(folder: string): boolean {
  return folder.split('/').every(isIdentifier);
}
