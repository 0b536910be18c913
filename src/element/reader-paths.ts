import {shownPaths} from '../project/index.js';
import type {Mark, Raised} from '../protocol/code.js';
import type {Finding} from '../protocol/interpreter.js';
import type {Project} from '../protocol/project.js';

/** Where a project's files lie in the interpreter, as tracebacks show it. */
const ROOT = '/project/';

/** A place in a project's files, as the reader knows them. */
export interface FilePlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** From a file as it lies in the interpreter to the one that the reader knows: a lone `views.py`. */
export class ReaderPaths {
  readonly #paths: ReadonlyMap<string, string>;

  readonly #shownPath: (stored: string) => string;

  constructor({files}: Pick<Project, 'files'>) {
    this.#paths = new Map(files.map(({path, storedAs = path}) => [storedAs, path]));
    this.#shownPath = shownPaths(files);
  }

  /** @param stored Absolute as in a traceback, or relative to the project. */
  find(stored: string): string {
    const path = stored.startsWith(ROOT) ? stored.slice(ROOT.length) : stored;
    return this.#paths.get(path) ?? this.#shownPath(path);
  }

  /** With the reader's paths. */
  translate<Exception extends Raised>(raised: Exception): Exception {
    return {
      ...raised,
      ...(raised.path !== undefined && {path: this.find(raised.path)}),
      marks: raised.marks.map((mark): Mark => ({...mark, path: this.find(mark.path)})),
    };
  }

  /** With the reader's path. */
  translateFinding(finding: Finding): Finding {
    const {path} = finding;
    return path === undefined ? finding : {...finding, path: this.find(path)};
  }

  /** @param address e.g. `django-playground-file:/polls/views.py?line=5`. */
  parse(address: string): FilePlace | undefined {
    const {pathname, searchParams} = new URL(address);
    const line = Number(searchParams.get('line'));
    try {
      const path = this.find(decodeURIComponent(pathname.slice(1)));
      return Number.isInteger(line) && line > 0 ? {path, line} : undefined;
    } catch {
      // A script of the site made it up.
      return undefined;
    }
  }
}
