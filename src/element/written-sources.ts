import type {FileChange} from '../protocol/interpreter.js';
import type {ProjectFile} from '../protocol/project.js';

/** Where Django keeps what is no source: databases, uploads, what `collectstatic` gathers. */
const NO_SOURCES =
  /(?:^|\/)(?:media|static_?root|staticfiles|__pycache__)\/|\.(?:sqlite3?|db|pyc|log)(?:-\w+)?$/;

/** Bytes of a source, at most. */
const LIMIT = 1_000_000;

/** The sources among what Django wrote, e.g. migrations, apps and translations. */
export class WrittenSources {
  readonly #files = new Map<string, ProjectFile>();

  /** Take note of what Django wrote and removed. */
  apply(changes: readonly FileChange[]): void {
    for (const {path, content} of changes) {
      const text = content && textOf(path, content);
      if (text === null) this.#files.delete(path);
      else this.#files.set(path, {path, content: text});
    }
  }

  forget(path: string): void {
    this.#files.delete(path);
  }

  clear(): void {
    this.#files.clear();
  }

  /** Those that a project does not have itself; its own are what runs next. */
  beside(files: readonly ProjectFile[]): readonly ProjectFile[] {
    if (this.#files.size === 0) return [];
    const own = new Set(files.flatMap(({path, storedAs = path}) => [path, storedAs]));
    return [...this.#files.values()].filter(({path}) => !own.has(path));
  }
}

/** `null` where it is no source. */
function textOf(path: string, content: Uint8Array<ArrayBuffer>): string | null {
  if (NO_SOURCES.test(path) || content.length > LIMIT || content.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(content);
  } catch {
    return null;
  }
}
