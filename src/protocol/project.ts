/** One file of a project. */
export interface ProjectFile {
  /** Relative to the project's root, `/` between its parts, e.g. `polls/views.py`. */
  readonly path: string;
  /** Text, or bytes for a binary file. */
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** Kept out of the tabs, but part of the project. */
  readonly hidden?: boolean;
  /** Shown, but not editable. */
  readonly readonly?: boolean;
  /** The tab shown first. */
  readonly selected?: boolean;
  /** What the tab says instead of the path. */
  readonly label?: string;
  /**
   * Where the file lies when it runs, where that is not `path`: a lone `views.py` runs inside an
   * app, as `app/views.py`. Set by completion, never by the author.
   */
  readonly storedAs?: string;
}

/** What a step of a chain makes of the files of the step before. */
export interface Patch {
  /** Added, or put in place of those that have their paths. */
  readonly files: readonly ProjectFile[];
  /** Paths of those that go. */
  readonly removed: readonly string[];
}

/** A Django project, complete enough to run. Pure data. */
export interface Project {
  /** The author's files as the reader sees them, in the author's order. */
  readonly files: readonly ProjectFile[];
  /**
   * What the author left out and the playground supplied: settings, `manage.py`, … One of them may
   * have the path of an author's file, e.g. of settings that leave something out: it is the copy
   * that runs, completed, and `files` keeps what the reader sees.
   */
  readonly supplied: readonly ProjectFile[];
  /** Dotted path of the settings module, e.g. `mysite.settings`. */
  readonly settingsModule: string;
  /** What was supplied or completed, for the console: one sentence each. */
  readonly notes: readonly string[];
}

/** A file as it lies in the interpreter's project folder. */
export interface StoredFile {
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer>;
}
