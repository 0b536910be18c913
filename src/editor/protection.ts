import {EditorState, type Extension} from '@codemirror/state';
import {EditorView, ViewPlugin} from '@codemirror/view';

/** Characters of a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Refuse what would change lines, be it typed, pasted, moved or undone, and say so.
 *
 * @param protectedSpans Whole lines, each without its last line break.
 * @param refused Spoken when a change was refused.
 */
export function protect(
  protectedSpans: (state: EditorState) => readonly Span[],
  refused: string,
): Extension {
  const refusals = new WeakMap<EditorState, () => void>();
  const speaker = ViewPlugin.define(view => {
    const say = (): void => {
      // A filter is asked while a transaction is made; the next one can only come after it.
      queueMicrotask(() => view.dispatch({effects: EditorView.announce.of(refused)}));
    };
    refusals.set(view.state, say);
    return {update: ({state}) => void refusals.set(state, say)};
  });
  const filter = EditorState.changeFilter.of(transaction => {
    if (!transaction.docChanged) return true;
    const spans = protectedSpans(transaction.startState);
    let isRefused = false;
    transaction.changes.iterChangedRanges((from, to) => {
      isRefused ||= spans.some(span => to >= span.from && from <= span.to);
    });
    if (!isRefused) return true;
    // What is replaced in many places is replaced in the others; all else is done whole or not.
    if (transaction.isUserEvent('input.replace.all')) return withTheirBreaks(spans);
    refusals.get(transaction.startState)?.();
    return false;
  });
  return [speaker, filter];
}

/** As CodeMirror wants them: one after the other, with the line breaks before and after. */
function withTheirBreaks(spans: readonly Span[]): number[] {
  const flat: number[] = [];
  for (const {from, to} of spans.toSorted((one, other) => one.from - other.from)) {
    const last = flat.at(-1);
    if (last !== undefined && from - 1 <= last) flat[flat.length - 1] = Math.max(last, to + 1);
    else flat.push(from - 1, to + 1);
  }
  return flat;
}
