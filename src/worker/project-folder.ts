import type {FileChange} from '../protocol/interpreter.js';
import type {StoredFile} from '../protocol/project.js';
import {PlaygroundError} from '../protocol/failure.js';
import type {EmscriptenFS, FolderOperations, FSNode} from './emscripten.js';

/**
 * The project's folder in the interpreter, and what Django changed in it.
 *
 * Emscripten keeps modification times in whole milliseconds, too coarse to notice a second write
 * to a database within the same one. So writes are noticed where they happen: in the tables of
 * operations that all of MEMFS's files and folders share, streams that are already open included.
 */
export class ProjectFolder {
  readonly #fs: EmscriptenFS;
  readonly #root: string;
  readonly #written = new Set<FSNode>();
  #known = new Map<string, FSNode>();
  /** Whether files were made, moved or removed: most requests do nothing of the kind. */
  #isRearranged = false;
  readonly #onChange: () => void;
  #isTold = false;

  /** @param onChange Called with the first change since they were last taken, while it is made. */
  constructor(fs: EmscriptenFS, root: string, onChange: () => void) {
    this.#fs = fs;
    this.#root = root;
    this.#onChange = onChange;
    fs.mkdirTree(root);
    this.#watchFolders(fs.filesystems.MEMFS.ops_table.dir.node);
    const {node, stream} = fs.filesystems.MEMFS.ops_table.file;
    const note = (target: FSNode): void => {
      this.#written.add(target);
      this.#tell();
    };
    const original = {setattr: node.setattr.bind(node), write: stream.write.bind(stream)};
    node.setattr = (target, attributes) => {
      note(target);
      original.setattr(target, attributes);
    };
    stream.write = (target, ...rest) => {
      note(target.node);
      return original.write(target, ...rest);
    };
  }

  /** Put files in place without reporting them as changed. A later one of the same path wins. */
  fill(files: readonly StoredFile[]): void {
    for (const file of files) this.#write(file, true);
    this.#settle(this.#walk());
  }

  write(file: StoredFile): void {
    this.#write(file);
  }

  /** @throws PlaygroundError `bad-file` when there is no such file. */
  read(path: string): StoredFile {
    return {path, content: this.#fs.readFile(this.#existing(path))};
  }

  /** @throws PlaygroundError `bad-file` when there is no such file. */
  delete(path: string): void {
    this.#fs.unlink(this.#existing(path));
  }

  list(): {path: string; size: number}[] {
    return [...this.#walk()].map(([path]) => ({
      path,
      size: this.#fs.stat(this.#absolute(path)).size,
    }));
  }

  /** What was written or removed since the last call. Its bytes are copies, free to transfer. */
  takeChanges(): FileChange[] {
    if (!this.#isRearranged && this.#written.size === 0) return [];
    const before = this.#known;
    const now = this.#walk();
    const changes: FileChange[] = [];
    for (const [path, node] of now) {
      if (before.get(path) === node && !this.#written.has(node)) continue;
      changes.push({path, content: this.#fs.readFile(this.#absolute(path))});
    }
    for (const path of before.keys()) {
      if (!now.has(path)) changes.push({path, content: null});
    }
    this.#settle(now);
    return changes;
  }

  #settle(files: Map<string, FSNode>): void {
    this.#known = files;
    this.#written.clear();
    this.#isRearranged = false;
    this.#isTold = false;
  }

  #tell(): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.#onChange();
  }

  #watchFolders(operations: FolderOperations): void {
    const mknod = operations.mknod.bind(operations);
    const rename = operations.rename.bind(operations);
    const unlink = operations.unlink.bind(operations);
    const note = (): void => {
      this.#isRearranged = true;
      this.#tell();
    };
    operations.mknod = (...args) => {
      note();
      return mknod(...args);
    };
    operations.rename = (...args) => {
      note();
      rename(...args);
    };
    operations.unlink = (...args) => {
      note();
      unlink(...args);
    };
  }

  /** @param canOwn whether the file may use the bytes as they are, instead of copying them. */
  #write({path, content}: StoredFile, canOwn = false): void {
    const absolute = this.#absolute(path);
    this.#fs.mkdirTree(absolute.slice(0, absolute.lastIndexOf('/')));
    this.#fs.writeFile(absolute, content, {canOwn});
  }

  #walk(): Map<string, FSNode> {
    const files = new Map<string, FSNode>();
    const visit = (folder: string): void => {
      for (const name of this.#fs.readdir(this.#absolute(folder))) {
        if (name === '.' || name === '..') continue;
        const path = folder ? `${folder}/${name}` : name;
        const {node} = this.#fs.lookupPath(this.#absolute(path));
        if (this.#fs.isDir(node.mode)) visit(path);
        else if (this.#fs.isFile(node.mode)) files.set(path, node);
      }
    };
    visit('');
    return files;
  }

  #absolute(path: string): string {
    if (path.split('/').includes('..')) {
      throw new PlaygroundError({
        code: 'bad-file',
        message: `The path "${path}" leaves the project. Use a path below the project's folder.`,
      });
    }
    return path ? `${this.#root}/${path}` : this.#root;
  }

  #existing(path: string): string {
    const absolute = this.#absolute(path);
    if (!this.#fs.analyzePath(absolute).exists) {
      throw new PlaygroundError({
        code: 'bad-file',
        message: `There is no file "${path}" in the project.`,
      });
    }
    return absolute;
  }
}
