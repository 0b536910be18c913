import {
  forEachDiagnostic,
  linter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
  setDiagnosticsEffect,
  type Diagnostic,
} from '@codemirror/lint';
import {
  EditorState,
  RangeSet,
  StateField,
  type Extension,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutterLineClass,
  keymap,
  showTooltip,
  type Command,
  type Tooltip,
} from '@codemirror/view';
import type {Mark} from '../protocol/code.js';

/**
 * What is said about lines: underlined, told when the pointer or the caret is there, and gone once
 * the line is edited. F8 and Shift+F8 go from one to the next.
 */
export function marks(): Extension {
  return [
    linter(null),
    markedLines,
    caretTooltip,
    EditorState.transactionExtender.of(dropEdited),
    keymap.of([{key: 'F8', run: said(nextDiagnostic), shift: said(previousDiagnostic)}]),
  ];
}

/** What replaces a file's marks. */
export function withMarks(state: EditorState, found: readonly Mark[]): TransactionSpec {
  return setDiagnostics(
    state,
    found.map(mark => diagnostic(state.doc, mark)).toSorted((one, other) => one.from - other.from),
  );
}

function diagnostic(document: Text, {line, column, severity, message, source}: Mark): Diagnostic {
  const {from, to, text} = document.line(Math.min(Math.max(line, 1), document.lines));
  if (column === undefined) {
    return {from: from + text.length - text.trimStart().length, to, severity, message, source};
  }
  const start = Math.min(from + column - 1, to);
  const word = /^(?:\w+|.)/.exec(text.slice(start - from))?.[0] ?? '';
  return {from: start, to: start + word.length, severity, message, source};
}

/** An edited line is no more what was spoken of. */
function dropEdited({startState, changes, docChanged}: Transaction): TransactionSpec | null {
  if (!docChanged) return null;
  const kept: Diagnostic[] = [];
  let isEdited = false;
  forEachDiagnostic(startState, (each, from, to) => {
    const line = startState.doc.lineAt(from);
    // What begins or ends a line moves it: only what it says is its own.
    if (changesWithin(changes, line.from, line.to)) isEdited = true;
    else kept.push({...each, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1)});
  });
  return isEdited ? {effects: setDiagnosticsEffect.of(kept)} : null;
}

function changesWithin(changes: Transaction['changes'], from: number, to: number): boolean {
  let found = false;
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const isWholeLinesBefore = fromA === from && toA === from && inserted.lines > 1;
    const isLinesAfter = fromA === to && toA === to && inserted.line(1).length === 0;
    if (fromA <= to && toA >= from && !isWholeLinesBefore && !isLinesAfter) found = true;
  });
  return found;
}

class LineClass extends GutterMarker {
  override readonly elementClass: string;

  constructor(severity: string) {
    super();
    this.elementClass = `cm-mark-line-${severity}`;
  }
}

const WORST_LAST = ['info', 'warning', 'error'] as const;

const CLASSES = Object.fromEntries(
  WORST_LAST.map(severity => [
    severity,
    {
      line: Decoration.line({class: `cm-mark-line-${severity}`}),
      gutter: new LineClass(severity),
    },
  ]),
);

const rank = (severity: string): number => WORST_LAST.findIndex(each => each === severity);

/** The worst of each marked line, by where the line begins. */
const markedLines = StateField.define<ReadonlyMap<number, string>>({
  create: () => new Map(),
  update(lines, {state, docChanged, effects}) {
    if (!docChanged && !effects.some(effect => effect.is(setDiagnosticsEffect))) return lines;
    const next = new Map<number, string>();
    forEachDiagnostic(state, ({severity}, from) => {
      const line = state.doc.lineAt(from).from;
      if (rank(severity) > rank(next.get(line) ?? '')) next.set(line, severity);
    });
    return lines.size === 0 && next.size === 0 ? lines : next;
  },
  provide: self => [
    EditorView.decorations.from(self, lines =>
      Decoration.set(
        [...lines].flatMap(([at, severity]) => CLASSES[severity]?.line.range(at) ?? []),
        true,
      ),
    ),
    gutterLineClass.from(self, lines =>
      RangeSet.of(
        [...lines].flatMap(([at, severity]) => CLASSES[severity]?.gutter.range(at) ?? []),
        true,
      ),
    ),
  ],
});

/** The marks of the line with the caret, as the pointer has them: keys and fingers cannot hover. */
const caretTooltip = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, {state, docChanged, selection, effects}) {
    const isMarked = effects.some(effect => effect.is(setDiagnosticsEffect));
    if (!docChanged && !selection && !isMarked) return tooltip;
    const {main} = state.selection;
    const line = state.doc.lineAt(main.head);
    const found: Diagnostic[] = [];
    forEachDiagnostic(state, (each, from) => {
      if (from >= line.from && from <= line.to) found.push(each);
    });
    if (found.length === 0) return null;
    // Below what underlines them.
    const offset = {x: 0, y: 5};
    return {pos: line.from, above: false, create: () => ({dom: explain(found), offset})};
  },
  provide: self => showTooltip.from(self),
});

function explain(found: readonly Diagnostic[]): HTMLElement {
  const list = document.createElement('div');
  list.className = 'cm-tooltip-marks';
  for (const {severity, message, source} of found) {
    const item = document.createElement('div');
    item.className = `cm-diagnostic cm-diagnostic-${severity}`;
    item.textContent = message;
    const origin = document.createElement('div');
    origin.className = 'cm-diagnosticSource';
    origin.textContent = source ?? '';
    item.append(origin);
    list.append(item);
  }
  return list;
}

/** Goes to a mark and says what it is. */
function said(go: Command): Command {
  return view => {
    if (!go(view)) return false;
    const {from} = view.state.selection.main;
    const messages: string[] = [];
    forEachDiagnostic(view.state, ({message}, at) => {
      if (at === from) messages.push(message);
    });
    view.dispatch({effects: EditorView.announce.of(messages.join(' '))});
    return true;
  };
}
