/** The part of Emscripten's file system that this room uses, which has no types of its own. */

export interface FSNode {
  id: number;
  mode: number;
  name: string;
}

export interface FSStream {
  node: FSNode;
  position: number;
}

export interface EmscriptenFS {
  readonly ErrnoError: new (errno: number) => Error;
  readonly filesystems: {
    readonly MEMFS: {
      readonly ops_table: {
        readonly dir: {readonly node: FolderOperations};
        readonly file: {readonly node: FileNodeOperations; readonly stream: FileStreamOperations};
      };
    };
  };
  /** The open ones, at the indices of their file descriptors. */
  readonly streams: readonly (FSStream | null | undefined)[];
  mkdirTree(path: string): void;
  mount(type: {mount(): FSNode}, options: object, mountPoint: string): FSNode;
  createNode(parent: FSNode | null, name: string, mode: number, device: number): FSNode;
  analyzePath(path: string): {exists: boolean};
  lookupPath(path: string): {node: FSNode};
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  stat(path: string): {size: number};
  readdir(path: string): string[];
  readFile(path: string): Uint8Array<ArrayBuffer>;
  writeFile(path: string, data: Uint8Array, options?: {canOwn?: boolean}): void;
  unlink(path: string): void;
}

export interface FolderOperations {
  mknod(...args: unknown[]): FSNode;
  rename(...args: unknown[]): void;
  unlink(...args: unknown[]): void;
}

export interface FileNodeOperations {
  setattr(node: FSNode, attributes: object): void;
}

export interface FileStreamOperations {
  write(stream: FSStream, ...rest: unknown[]): number;
}
