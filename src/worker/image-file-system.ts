/**
 * A read-only file system over stored zips: nothing is unpacked, a file is read where it lies.
 * Mounting takes a few milliseconds, where writing the same files into memory takes hundreds.
 */
import {ImageBytes} from './image-bytes.js';
import {readZipDirectory} from './zip-directory.js';
import type {EmscriptenFS, FSNode, FSStream} from './emscripten.js';
import type {Shared} from '../protocol/snapshot.js';

/** A file: where its bytes lie, or none while its image has not come. */
interface Leaf {
  image: ImageBytes | undefined;
  offset: number;
  size: number;
}

/** Its entries, and which image last brought one: Python looks again where a folder has changed. */
class Folder extends Map<string, Folder | Leaf> {
  changedBy = 0;

  place(name: string, entry: Folder | Leaf, image: number): void {
    if (!this.has(name)) this.changedBy = image;
    this.set(name, entry);
  }
}

interface ImageNode extends FSNode {
  entry: Folder | Leaf;
}

const ENOENT = 44;
const EINVAL = 28;
const EIO = 29;
const EROFS = 69;
const MODE_FOLDER = 0o40555;
const MODE_FILE = 0o100444;
const SEEK_CUR = 1;
const SEEK_END = 2;

/** `a/__pycache__/b.cpython-314.pyc`: a module, whose source is `a/b.py`. */
const BYTECODE = /^(.*\/|)__pycache__\/([^/]+)\.cpython-\d+\.pyc$/;

/**
 * Images, one over the other, as one folder tree. Python looks for a source beside each bytecode
 * before it takes the latter, so there is one at once, empty until the image with sources is added.
 */
export class ImageFileSystem {
  readonly #root = new Folder();
  readonly #images: ImageBytes[] = [];
  /** Sources that have not come. */
  readonly #missing = new Set<Leaf>();
  readonly #onMissing: () => void;

  /** @param onMissing told when something is read that is not here yet. */
  constructor(onMissing: () => void = () => {}) {
    this.#onMissing = onMissing;
  }

  /** Whether everything that can be read is there. */
  get isComplete(): boolean {
    return this.#missing.size === 0;
  }

  /**
   * Add an image. Where two hold the same path the later one wins.
   *
   * @param folder where in the tree, e.g. `site-packages`; the root when empty.
   * @throws Error when it is no stored zip.
   */
  add(zip: Shared, folder: string): void {
    const image = new ImageBytes(zip);
    const entries = readZipDirectory(zip);
    const number = this.#images.push(image);
    const folders = new Map<string, Folder>([['', makeFolder(this.#root, folder, number)]]);
    const put = (path: string, leaf: Leaf): Leaf => putFile(folders, path, leaf, number);
    for (const [path, {offset, size}] of entries) {
      this.#missing.delete(put(path, {image, offset, size}));
      const [, place, module] = BYTECODE.exec(path) ?? [];
      if (module === undefined) continue;
      const source = put(`${place}${module}.py`, {image: undefined, offset: 0, size: 0});
      if (!source.image) this.#missing.add(source);
    }
  }

  /** Mount the tree; `folders` are there even where no image has them. */
  mount(fs: EmscriptenFS, mountPoint: string, folders: readonly string[]): void {
    for (const folder of folders) makeFolder(this.#root, folder, 0);
    fs.mkdirTree(mountPoint);
    fs.mount(imageFileSystem(fs, this.#root, this.#onMissing), {}, mountPoint);
  }

  /** Have all bytes in memory, for a start that reads hundreds of modules. */
  async hold(): Promise<void> {
    await Promise.all(this.#images.map(image => image.hold()));
  }

  /** Let go of what is held. Reading is slower from then on, which a site that serves can bear. */
  release(): void {
    for (const image of this.#images) image.release();
  }
}

/** @param image Number of the image that has it. */
function makeFolder(root: Folder, path: string, image: number): Folder {
  let folder = root;
  for (const name of path.split('/').filter(Boolean)) {
    const found = folder.get(name);
    const next = found instanceof Folder ? found : new Folder();
    folder.place(name, next, image);
    folder = next;
  }
  return folder;
}

/**
 * Put a file in its place. One that is there keeps its identity, since it may be in use; what has
 * no bytes does not replace what has.
 */
function putFile(folders: Map<string, Folder>, path: string, leaf: Leaf, image: number): Leaf {
  const slash = path.lastIndexOf('/');
  const folder = folderAt(folders, path.slice(0, Math.max(slash, 0)), image);
  const name = path.slice(slash + 1);
  const found = folder.get(name);
  if (found && !(found instanceof Folder)) return leaf.image ? Object.assign(found, leaf) : found;
  folder.place(name, leaf, image);
  return leaf;
}

function folderAt(folders: Map<string, Folder>, path: string, image: number): Folder {
  const known = folders.get(path);
  if (known) return known;
  const slash = path.lastIndexOf('/');
  const parent = folderAt(folders, path.slice(0, Math.max(slash, 0)), image);
  const folder = makeFolder(parent, path.slice(slash + 1), image);
  folders.set(path, folder);
  return folder;
}

function imageFileSystem(fs: EmscriptenFS, root: Folder, onMissing: () => void) {
  const created = new Date(0);

  const createNode = (parent: FSNode | null, name: string, entry: Folder | Leaf): ImageNode => {
    const mode = entry instanceof Folder ? MODE_FOLDER : MODE_FILE;
    const node = fs.createNode(parent, name, mode, 0);
    return Object.assign(node, {entry, node_ops: nodeOperations, stream_ops: streamOperations});
  };

  const refuse = (): never => {
    throw new fs.ErrnoError(EROFS);
  };

  const nodeOperations = {
    getattr(node: ImageNode) {
      const {entry} = node;
      const changed = entry instanceof Folder ? new Date(entry.changedBy * 1000) : created;
      return {
        dev: 1,
        ino: node.id,
        mode: node.mode,
        nlink: 1,
        uid: 0,
        gid: 0,
        rdev: 0,
        size: entry instanceof Folder ? 4096 : entry.size,
        atime: created,
        mtime: changed,
        ctime: changed,
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
      const leaf = (stream.node as ImageNode).entry as Leaf;
      if (!leaf.image) {
        onMissing();
        // An empty source would not do: Django's debug page looks for a line in it.
        throw new fs.ErrnoError(EIO);
      }
      const count = Math.min(length, leaf.size - position);
      if (count <= 0) return 0;
      const bytes = leaf.image.slice(leaf.offset, leaf.size);
      buffer.set(bytes.subarray(position, position + count), offset);
      return count;
    },
    llseek(stream: FSStream, offset: number, whence: number): number {
      const {size} = (stream.node as ImageNode).entry as Leaf;
      let position = offset;
      if (whence === SEEK_CUR) position += stream.position;
      else if (whence === SEEK_END) position += size;
      if (position < 0) throw new fs.ErrnoError(EINVAL);
      return position;
    },
  };

  return {mount: (): FSNode => createNode(null, '/', root)};
}
