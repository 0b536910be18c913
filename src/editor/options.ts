import type {CodeSettings, Region} from '../protocol/code.js';
import type {ProjectFile} from '../protocol/project.js';
import type {EditorTexts} from './texts.js';

/** What an editor is told, and whom it tells. */
export interface EditorOptions {
  /** Where it is shown, for its style sheets. */
  readonly root: ShadowRoot;
  readonly settings: CodeSettings;
  readonly strings: EditorTexts;
  /** CodeMirror's, of the page's author. */
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
