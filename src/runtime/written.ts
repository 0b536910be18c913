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
