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
}

/** A Django project, complete enough to run. Pure data. */
export interface Project {
  /** The author's files as the reader sees them, in the author's order. */
  readonly files: readonly ProjectFile[];
  /** What the author left out and the playground supplied: settings, `manage.py`, … */
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
