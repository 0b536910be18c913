import type {Mark} from '../protocol/code.js';

/** Every text that the editor shows or speaks. */
export interface EditorTexts {
  /** Shown when the editor gets the focus, and read with its name: how the keyboard leaves it. */
  readonly leave: string;
  /** Read with the name of a file that cannot be changed. */
  readonly readonlyFile: string;
  /** Spoken when a change was refused, as the lines are read-only. */
  readonly readonlyLines: string;
  /** On the button that stands for folded lines, e.g. `… 12 lines`. */
  readonly folded: (lines: number) => string;
  /** What that button does. */
  readonly unfold: string;
  readonly comparison: ComparisonTexts;
  /** Spoken when marks come. */
  readonly marked: (marks: readonly Mark[]) => string;
  /** The editor's other texts by what they are in English; see CodeMirror's `EditorState.phrases`. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** What stands above a file that is compared with its original. */
export interface ComparisonTexts {
  readonly label: string;
  /** @param current Which of them has the caret, from 1; none where it is elsewhere. */
  readonly changes: (count: number, current: number | undefined) => string;
  readonly previous: string;
  readonly next: string;
  /** Makes the change with the caret undone. */
  readonly takeBack: string;
  readonly close: string;
}
