/** What is said about a place in a project's files, and how they are shown. */

/** Something to be said about a line, e.g. where an exception was raised. */
export interface Mark {
  /** As the reader knows the file, e.g. `polls/views.py`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1; the whole line is meant where it is left out. */
  readonly column?: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Who says so, e.g. `SyntaxError`, `fields.E004`, `TemplateSyntaxError`. */
  readonly source: string;
}

/** An exception of the reader's code, and where in the project's files it came through. */
export interface Raised {
  /** The exception's class, e.g. `SyntaxError`. */
  readonly type: string;
  readonly message: string;
  /** The last line of the reader's own that was reached. */
  readonly path?: string;
  readonly line?: number;
  /** The most telling one first; lines that only led there are of severity `info`. */
  readonly marks: readonly Mark[];
}

/** Lines of a file that its author marked with comments; the file runs whole. */
export interface Region {
  /** Whether readers cannot change them, or see them only when they unfold them. */
  readonly kind: 'readonly' | 'fold';
  /** The line of the opening marker, from 1. */
  readonly from: number;
  /** The line of the closing marker, or the file's last. */
  readonly to: number;
}

/** How files are shown; attributes of the tag set it. */
export interface CodeSettings {
  readonly lineNumbers: boolean;
  /** Whether long lines are broken, instead of scrolled. */
  readonly wrap: boolean;
  /** Columns. */
  readonly tabSize: number;
}
