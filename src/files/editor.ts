/**
 * What the pane asks of an editor, which is loaded once somebody goes to edit. It stands where the
 * static text stood, and takes over its looks: `--_code-font`, `--_code-padding-block`,
 * `--_code-padding-inline`, `--_code-gutter` (width of the line numbers) and the `--_code-…`
 * colours.
 */
import type {CodeSettings, Mark, Region} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';

/** A place in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column?: number;
}

export interface EditorOptions<Texts = unknown> {
  /** Where it is shown, for its style sheets. */
  readonly root: ShadowRoot;
  readonly settings: CodeSettings;
  readonly strings: Texts;
  /** Those of the page's author. */
  readonly extensions: readonly unknown[];
  /**
   * The reader changed a file.
   *
   * @param read Gives all of it, which takes its time where that is much.
   */
  onedit(path: string, read: () => string): void;
  /** Ctrl+Enter or ⌘+Enter. */
  onrun(): void;
  /** The reader has seen enough of what a file is compared with. */
  onclose(): void;
  findRegions(path: string, content: string): readonly Region[];
  /** All files as they are now, for completion. */
  project(): readonly ProjectFile[];
}

export interface EditorHandle {
  /** To be put where the file was. */
  readonly element: HTMLElement;
  /** Show a file that is text. Undo, selection and scroll are kept for each path. */
  show(file: ProjectFile): void;
  /** Files were changed elsewhere; undo is kept where the text is the same. */
  sync(files: readonly ProjectFile[]): void;
  rename(from: string, to: string): void;
  /** Scroll to a place of the shown file, put the caret there and focus. Both count from 1. */
  reveal(line: number, column?: number): void;
  /** @param marks Those of all files. */
  setMarks(marks: readonly Mark[]): void;
  /** What a file is compared with; `null` where there is nothing. */
  setOriginal(path: string, content: string | null): void;
  /** Whether differences from the original are shown. */
  compare(on: boolean): void;
  configure(settings: CodeSettings): void;
  focus(): void;
  destroy(): void;
}

/** Loads the editor and makes one. */
export type OpenEditor = (options: Omit<EditorOptions, 'strings'>) => Promise<EditorHandle>;
