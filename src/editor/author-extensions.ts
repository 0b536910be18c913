import {syntaxTree} from '@codemirror/language';
import {
  EditorSelection,
  EditorState,
  Facet,
  Prec,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Extension,
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  gutter,
  hoverTooltip,
  keymap,
} from '@codemirror/view';

/**
 * What extensions are made of. An extension that was made with another copy of CodeMirror is none:
 * so it is given as a function, and takes from here what it needs.
 */
const CODEMIRROR = {
  Decoration,
  EditorSelection,
  EditorState,
  EditorView,
  Facet,
  Prec,
  RangeSetBuilder,
  StateEffect,
  StateField,
  ViewPlugin,
  WidgetType,
  gutter,
  hoverTooltip,
  keymap,
  syntaxTree,
} as const;

export type CodeMirror = typeof CODEMIRROR;

/** Makes an extension of the page's author. */
export type MakeExtension = (codemirror: CodeMirror) => Extension;

/** Those that are extensions; what is wrong with the others is said in the console. */
export function authorExtensions(given: readonly unknown[]): Extension[] {
  return given.flatMap(each => {
    try {
      const extension = (
        typeof each === 'function' ? (each as MakeExtension)(CODEMIRROR) : each
      ) as Extension;
      EditorState.create({extensions: extension});
      return [extension];
    } catch (cause) {
      console.warn(
        'One of the extensions given to <django-playground> is left out. Give it as a function ' +
          'that takes the editor’s own CodeMirror: ({EditorView}) => …',
        cause,
      );
      return [];
    }
  });
}
