import {shownPaths} from '../project/index.js';
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

  /**
   * Take note of what Django wrote and removed.
   *
   * @param project The files that it was written beside.
   */
  apply(changes: readonly FileChange[], project: readonly ProjectFile[]): void {
    const sources = changes.filter(({path}) => !NO_SOURCES.test(path));
    if (sources.length === 0) return;
    const shownPath = shownPaths(project);
    for (const {path: storedAs, content} of sources) {
      const path = shownPath(storedAs);
      const text = content && textOf(content);
      if (text === null) this.#files.delete(path);
      else this.#files.set(path, {path, content: text, ...(path !== storedAs && {storedAs})});
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
    return [...this.#files.values()].filter(
      ({path, storedAs = path}) => !own.has(path) && !own.has(storedAs),
    );
  }
}

/** `null` where it is no source. */
function textOf(content: Uint8Array<ArrayBuffer>): string | null {
  if (content.length > LIMIT || content.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(content);
  } catch {
    return null;
  }
}
