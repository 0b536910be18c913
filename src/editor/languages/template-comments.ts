import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
} from '@codemirror/state';

const BEGIN = '{% comment %}';
const END = '{% endcomment %}';

/** One line in braces; Django's comments of this kind end with their line. */
const ONE = /^\s*\{#(?: (.*) |(.*))#\}\s*$/;

/**
 * Make a comment of Django's of the lines that are selected, or take it away: of one line between
 * `{#` and `#}`, of several a block. Scripts and styles in a page have comments of their own.
 */
export const toggleTemplateComment: StateCommand = ({state, dispatch}) => {
  const {main} = state.selection;
  if (state.readOnly || !isTemplate(state, main.from)) return false;
  const first = state.doc.lineAt(main.from);
  const end = state.doc.lineAt(main.to);
  // A selection of whole lines ends where the next one begins.
  const last = end.number > first.number && end.from === main.to ? lineBefore(state, end) : end;
  const changes = first.number === last.number ? oneLine(first) : block(state, first, last);
  if (!changes) return false;
  const isEmptyLine = first.number === last.number && first.text.trim() === '';
  dispatch(
    state.update({
      changes,
      userEvent: 'input',
      scrollIntoView: true,
      // Between the braces.
      ...(isEmptyLine && {selection: EditorSelection.cursor(first.to + 3)}),
    }),
  );
  return true;
};

function lineBefore({doc}: EditorState, {number}: Line): Line {
  return doc.line(number - 1);
}

/** Whether HTML or Django's own language stands there. */
function isTemplate(state: EditorState, at: number): boolean {
  const [tokens] = state.languageDataAt<{block?: {open: string}; line?: string}>(
    'commentTokens',
    at,
  );
  return tokens?.line === undefined && tokens?.block?.open !== '/*';
}

function oneLine({from, to, text}: Line): ChangeSpec | undefined {
  const found = ONE.exec(text);
  const indent = text.length - text.trimStart().length;
  if (found) {
    const inner = found[1] ?? found[2] ?? '';
    return {from: from + indent, to, insert: inner};
  }
  const inner = text.trim();
  if (inner.startsWith(BEGIN) && inner.endsWith(END)) {
    return {from: from + indent, to, insert: inner.slice(BEGIN.length, -END.length)};
  }
  if (inner.includes(END)) return undefined;
  // What would end the comment within the line.
  const isSimple = !inner.includes('#}');
  const insert = isSimple ? `{# ${inner} #}` : `${BEGIN}${inner}${END}`;
  return {from: from + indent, to, insert};
}

function block(state: EditorState, first: Line, last: Line): ChangeSpec | undefined {
  if (first.text.trim() === BEGIN && last.text.trim() === END) {
    return [
      {from: first.from, to: first.to + 1},
      {from: last.from - 1, to: last.to},
    ];
  }
  // Such comments do not lie in each other.
  if (state.sliceDoc(first.from, last.to).includes(END)) return undefined;
  const [indent = ''] = /^\s*/.exec(first.text) ?? [];
  return [
    {from: first.from, insert: `${indent}${BEGIN}${state.lineBreak}`},
    {from: last.to, insert: `${state.lineBreak}${indent}${END}`},
  ];
}
