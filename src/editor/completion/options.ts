import {
  insertCompletionText,
  type Completion,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type {EditorView} from '@codemirror/view';

/** Completions of names, each only once. */
export function named(
  names: Iterable<string>,
  type: string,
  options: Omit<Completion, 'label' | 'type'> = {},
): Completion[] {
  return Array.from(new Set(names), label => ({label, type, ...options}));
}

/** What completes the characters from here to the caret. */
export function result(from: number, options: readonly Completion[]): CompletionResult | null {
  return options.length > 0 ? {from, options, validFor: /^[\w.:/-]*$/} : null;
}

/** A name of another module, which is imported where it is chosen. */
export function imported(name: string, module: string): Completion {
  return {
    label: name,
    type: 'function',
    detail: module,
    boost: -1,
    apply(view, _completion, from, to) {
      view.dispatch(insertCompletionText(view.state, name, from, to));
      addImport(view, name, module);
    },
  };
}

function addImport(view: EditorView, name: string, module: string): void {
  const {doc} = view.state;
  const source = doc.sliceString(0, 20_000);
  const line = new RegExp(`^from ${module.replaceAll('.', '\\.')} import (?!.*[(\\\\])(.+)$`, 'm');
  const known = line.exec(source);
  if (known) {
    const names = [...(known[1] ?? '').split(/\s*,\s*/), name].toSorted();
    const insert = `from ${module} import ${[...new Set(names)].join(', ')}`;
    const from = known.index;
    view.dispatch({changes: {from, to: from + known[0].length, insert}});
    return;
  }
  const first = /^(?:from|import)\s/m.exec(source);
  view.dispatch({
    changes: {
      from: first?.index ?? 0,
      insert: `from ${module} import ${name}\n${first ? '' : '\n'}`,
    },
  });
}
