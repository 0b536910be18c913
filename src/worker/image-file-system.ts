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

type Folder = Map<string, Folder | Leaf>;

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
  readonly #root: Folder = new Map();
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
    this.#images.push(image);
    const folders = new Map<string, Folder>([['', makeFolder(this.#root, folder)]]);
    for (const [path, {offset, size}] of entries) {
      this.#missing.delete(put(folders, path, {image, offset, size}));
      const [, place, module] = BYTECODE.exec(path) ?? [];
      if (module === undefined) continue;
      const source = put(folders, `${place}${module}.py`, {image: undefined, offset: 0, size: 0});
      if (!source.image) this.#missing.add(source);
    }
  }

  /** Mount the tree; `folders` are there even where no image has them. */
  mount(fs: EmscriptenFS, mountPoint: string, folders: readonly string[]): void {
    for (const folder of folders) makeFolder(this.#root, folder);
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

function makeFolder(root: Folder, path: string): Folder {
  let folder = root;
  for (const name of path.split('/').filter(Boolean)) {
    const found = folder.get(name);
    const next: Folder = found instanceof Map ? found : new Map();
    folder.set(name, next);
    folder = next;
  }
  return folder;
}

/**
 * Put a file in its place. One that is there keeps its identity, since it may be in use; what has
 * no bytes does not replace what has.
 */
function put(folders: Map<string, Folder>, path: string, leaf: Leaf): Leaf {
  const slash = path.lastIndexOf('/');
  const folder = folderAt(folders, path.slice(0, Math.max(slash, 0)));
  const name = path.slice(slash + 1);
  const found = folder.get(name);
  if (found && !(found instanceof Map)) return leaf.image ? Object.assign(found, leaf) : found;
  folder.set(name, leaf);
  return leaf;
}

function folderAt(folders: Map<string, Folder>, path: string): Folder {
  const known = folders.get(path);
  if (known) return known;
  const slash = path.lastIndexOf('/');
  const parent = folderAt(folders, path.slice(0, Math.max(slash, 0)));
  const folder = makeFolder(parent, path.slice(slash + 1));
  folders.set(path, folder);
  return folder;
}

function imageFileSystem(fs: EmscriptenFS, root: Folder, onMissing: () => void) {
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
        size: node.entry instanceof Map ? 4096 : node.entry.size,
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
