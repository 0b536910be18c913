/**
 * A read-only file system over stored zips: nothing is unpacked, a file is read where it lies.
 * Mounting takes a few milliseconds, where writing the same files into memory takes hundreds.
 */
import {readZipDirectory} from './zip-directory.js';
import type {EmscriptenFS, FSNode, FSStream} from './emscripten.js';

/** Bytes of one file, inside its image. */
type Leaf = Uint8Array;
type Folder = Map<string, Folder | Leaf>;

interface ImageNode extends FSNode {
  entry: Folder | Leaf;
}

const ENOENT = 44;
const EINVAL = 28;
const EROFS = 69;
const MODE_FOLDER = 0o40555;
const MODE_FILE = 0o100444;
const SEEK_CUR = 1;
const SEEK_END = 2;

/**
 * Mount zips over one folder, read-only. Where two hold the same path the later one wins.
 *
 * @throws Error when an image is no stored zip.
 */
export function mountImages(
  fs: EmscriptenFS,
  images: readonly Uint8Array[],
  mountPoint: string,
): void {
  const root: Folder = new Map();
  for (const image of images) addImage(root, image);
  fs.mkdirTree(mountPoint);
  fs.mount(imageFileSystem(fs, root), {}, mountPoint);
}

function addImage(root: Folder, image: Uint8Array): void {
  const folders = new Map<string, Folder>([['', root]]);
  const folderAt = (path: string): Folder => {
    const known = folders.get(path);
    if (known) return known;
    const slash = path.lastIndexOf('/');
    const parent = folderAt(path.slice(0, Math.max(slash, 0)));
    const name = path.slice(slash + 1);
    const found = parent.get(name);
    const folder: Folder = found instanceof Map ? found : new Map();
    parent.set(name, folder);
    folders.set(path, folder);
    return folder;
  };
  for (const [path, {offset, size}] of readZipDirectory(image)) {
    const slash = path.lastIndexOf('/');
    const folder = folderAt(path.slice(0, Math.max(slash, 0)));
    folder.set(path.slice(slash + 1), image.subarray(offset, offset + size));
  }
}

function imageFileSystem(fs: EmscriptenFS, root: Folder) {
  const created = new Date(0);

  const createNode = (parent: FSNode | null, name: string, entry: Folder | Leaf): ImageNode => {
    const mode = entry instanceof Map ? MODE_FOLDER : MODE_FILE;
    const node = fs.createNode(parent, name, mode, 0);
    return Object.assign(node, {entry, node_ops: nodeOperations, stream_ops: streamOperations});
  };

  const refuse = (): never => {
    throw new fs.ErrnoError(EROFS);
  };

  const nodeOperations = {
    getattr(node: ImageNode) {
      return {
        dev: 1,
        ino: node.id,
        mode: node.mode,
        nlink: 1,
        uid: 0,
        gid: 0,
        rdev: 0,
        size: node.entry instanceof Map ? 4096 : node.entry.length,
        atime: created,
        mtime: created,
        ctime: created,
        blksize: 4096,
        blocks: 1,
      };
    },
    lookup(parent: ImageNode, name: string): ImageNode {
      const entry = (parent.entry as Folder).get(name);
      if (!entry) throw new fs.ErrnoError(ENOENT);
      return createNode(parent, name, entry);
    },
    readdir(node: ImageNode): string[] {
      return ['.', '..', ...(node.entry as Folder).keys()];
    },
    setattr: refuse,
    mknod: refuse,
    rename: refuse,
    unlink: refuse,
    rmdir: refuse,
    symlink: refuse,
    readlink(): never {
      throw new fs.ErrnoError(EINVAL);
    },
  };

  const streamOperations = {
    read(
      stream: FSStream,
      buffer: Uint8Array,
      offset: number,
      length: number,
      position: number,
    ): number {
      const bytes = (stream.node as ImageNode).entry as Leaf;
      const count = Math.min(length, bytes.length - position);
      if (count <= 0) return 0;
      buffer.set(bytes.subarray(position, position + count), offset);
      return count;
    },
    llseek(stream: FSStream, offset: number, whence: number): number {
      const bytes = (stream.node as ImageNode).entry as Leaf;
      let position = offset;
      if (whence === SEEK_CUR) position += stream.position;
      else if (whence === SEEK_END) position += bytes.length;
      if (position < 0) throw new fs.ErrnoError(EINVAL);
      return position;
    },
  };

  return {mount: (): FSNode => createNode(null, '/', root)};
}
