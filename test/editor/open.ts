import {EditorView} from '@codemirror/view';
import {openEditor, type CodeEditor, type EditorOptions} from '../../src/editor/index.js';
import {ENGLISH} from '../../src/element/strings.js';
import {findRegions} from '../../src/project/regions.js';
import type {ProjectFile} from '../../src/protocol/project.js';
import {until as untilSo} from '../setup/until.js';

/** An editor in a page, and what it told. */
export interface Opened {
  readonly editor: CodeEditor;
  readonly root: ShadowRoot;
  readonly edits: {readonly path: string; readonly content: string}[];
  /** How often the reader asked for a run. */
  runs: number;
  /** CodeMirror's own, as the shown file has it. */
  readonly view: EditorView;
  /** What the reader sees, without the texts of widgets. */
  readonly lines: () => string[];
  close(): void;
}

const LOOKS = `
  :host {
    --_background: light-dark(#fff, #16191d);
    --_surface: light-dark(#f5f7f6, #1e2328);
    --_text: light-dark(#1c2422, #e4e9e7);
    --_muted: light-dark(#56635f, #9daaa6);
    --_line: light-dark(#d9e0dd, #333b41);
    --_accent: light-dark(#0c4b33, #44b78b);
    --_on-accent: light-dark(#fff, #06231a);
    --_danger: light-dark(#a4262c, #ff9d98);
    --_focus: light-dark(#0a6b8a, #6ec6e6);
    --_mono: monospace;
    --_code-keyword: light-dark(#7b2d8b, #d7a4e8);
    --_code-string: light-dark(#17633a, #95cf9b);
    --_code-comment: light-dark(#5f6b67, #98a5a0);
    --_code-number: light-dark(#9a3f06, #eab17d);
    --_code-name: light-dark(#1d5597, #8fc1f2);
    --_code-tag: light-dark(#1d5597, #8fc1f2);
    --_code-attribute: light-dark(#8a4a00, #e0b97f);
    --_code-template: light-dark(#a3195b, #f29abf);
    font: 0.8667em/1.55 var(--_mono);
    display: block;
    color-scheme: inherit;
  }
`;

/** Open an editor of these files, showing the first. */
export async function open(
  files: readonly ProjectFile[],
  options: Partial<EditorOptions> = {},
): Promise<Opened> {
  const host = document.createElement('div');
  const root = host.attachShadow({mode: 'open'});
  const looks = new CSSStyleSheet();
  looks.replaceSync(LOOKS);
  root.adoptedStyleSheets = [looks];
  document.body.append(host);
  const edits: Opened['edits'] = [];
  const counts = {runs: 0};
  const editor = await openEditor({
    root,
    settings: {lineNumbers: true, wrap: false, tabSize: 4},
    strings: await ENGLISH.editor(),
    extensions: [],
    onedit: (path, read) => void edits.push({path, content: read()}),
    onrun: () => void (counts.runs += 1),
    onclose: () => {},
    findRegions,
    project: () => files,
    ...options,
  });
  root.append(editor.element);
  const [first] = files;
  if (first) editor.show(first);
  const found = (): EditorView => {
    const view = EditorView.findFromDOM(editor.element);
    if (!view) throw new Error('There is no editor in its element.');
    return view;
  };
  return {
    editor,
    root,
    edits,
    get runs() {
      return counts.runs;
    },
    get view() {
      return found();
    },
    lines: () => [...root.querySelectorAll('.cm-line')].map(line => line.textContent ?? ''),
    close() {
      editor.destroy();
      host.remove();
    },
  };
}

/** Press a key in the editor as a keyboard would. */
export function press(view: EditorView, key: string, modifiers: KeyboardEventInit = {}): boolean {
  return !view.contentDOM.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      keyCode: KEY_CODES[key] ?? key.toUpperCase().charCodeAt(0),
      bubbles: true,
      cancelable: true,
      ...modifiers,
    }),
  );
}

const KEY_CODES: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  Tab: 9,
  F7: 118,
  F8: 119,
  Backspace: 8,
  Delete: 46,
};

/** Write as a reader does, where the caret is. */
export function type(view: EditorView, text: string): void {
  for (const character of text) {
    const {from, to} = view.state.selection.main;
    const insert = (): ReturnType<typeof view.state.update> =>
      view.state.update(view.state.replaceSelection(character), {userEvent: 'input.type'});
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some(handle => handle(view, from, to, character, insert))) {
      view.dispatch(insert());
    }
  }
}

/** Paste as a reader does. */
export function paste(view: EditorView, text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {bubbles: true, cancelable: true});
  // Firefox takes no data for an event that no person made.
  Object.defineProperty(event, 'clipboardData', {value: data});
  view.contentDOM.dispatchEvent(event);
}

/** Wait until it is so. */
export async function until(holds: () => boolean): Promise<void> {
  await untilSo(`it is so: ${String(holds)}`, holds);
}
