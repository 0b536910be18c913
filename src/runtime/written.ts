import type {FileChange} from '../protocol/interpreter.js';
import type {StoredFile} from '../protocol/project.js';

/** What Django wrote: database, media, migrations; by path. */
export class Written {
  readonly #files: Map<string, Uint8Array<ArrayBuffer>>;

  constructor(files: readonly StoredFile[] = []) {
    this.#files = new Map(files.map(({path, content}) => [path, content]));
  }

  get files(): StoredFile[] {
    return [...this.#files].map(([path, content]) => ({path, content}));
  }

  apply(changes: readonly FileChange[]): void {
    for (const {path, content} of changes) {
      if (content) this.#files.set(path, content);
      else this.#files.delete(path);
    }
  }

  /** The same, less some files; changes to the one do not reach the other. */
  without(paths: ReadonlySet<string>): Written {
    return new Written(this.files.filter(({path}) => !paths.has(path)));
  }
}

/**
 * A file that was edited since the last launch wins over what Django once wrote there. Before the
 * first launch there is only what Django wrote on an earlier visit, which wins over all files.
 *
 * @returns the paths of those that were edited.
 */
export function overwritten(
  before: readonly StoredFile[] | undefined,
  now: readonly StoredFile[],
): ReadonlySet<string> {
  if (!before) return new Set();
  const known = new Map(before.map(({path, content}) => [path, content]));
  const changed = now.filter(({path, content}) => !equal(known.get(path), content));
  return new Set(changed.map(({path}) => path));
}

function equal(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}
