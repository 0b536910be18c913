import {Compartment, EditorState, type Extension, type StateEffect} from '@codemirror/state';
import {EditorView, highlightActiveLineGutter, lineNumbers} from '@codemirror/view';
import type {CodeSettings} from '../protocol/code.js';
import {indentation} from './indentation.js';

/** The parts of a file's editor that change while it is open, each on its own. */
export const LANGUAGE = new Compartment();
export const COMPARISON = new Compartment();
const SHOWN = new Compartment();
const INDENTATION = new Compartment();
const ACCESS = new Compartment();

export interface FileSettings {
  readonly settings: CodeSettings;
  readonly path: string;
  readonly content: string;
  readonly readonly: boolean;
  /** Read with the name of a file that cannot be changed. */
  readonly readonlyText: string;
}

/** How a file is shown, and whether it can be changed. */
export function fileSettings(file: FileSettings): Extension {
  return [
    SHOWN.of(shown(file)),
    INDENTATION.of(indentation(file.path, file.content, file.settings.tabSize)),
    ACCESS.of(access(file)),
  ];
}

/** What makes a file that is open like one that is opened now. */
export function reconfigured(file: FileSettings): StateEffect<unknown>[] {
  return [
    SHOWN.reconfigure(shown(file)),
    INDENTATION.reconfigure(indentation(file.path, file.content, file.settings.tabSize)),
    ACCESS.reconfigure(access(file)),
  ];
}

function shown({settings}: FileSettings): Extension {
  return [
    settings.lineNumbers ? [lineNumbers(), highlightActiveLineGutter(), digits] : [],
    settings.wrap ? EditorView.lineWrapping : [],
  ];
}

/** How wide the numbers are, for the static code's stylesheet. */
const digits = EditorView.editorAttributes.compute(['doc'], ({doc}) => ({
  style: `--_digits: ${Math.max(String(doc.lines).length, 2)}`,
}));

/** A file that cannot be changed still has a caret: it is read with the keyboard, too. */
function access({path, readonly, readonlyText}: FileSettings): Extension {
  return [
    EditorState.readOnly.of(readonly),
    EditorView.contentAttributes.of({
      'aria-label': readonly ? `${path}, ${readonlyText}` : path,
      'aria-readonly': String(readonly),
    }),
  ];
}
