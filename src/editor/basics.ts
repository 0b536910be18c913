import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap, indentWithTab} from '@codemirror/commands';
import {bracketMatching, indentOnInput} from '@codemirror/language';
import {highlightSelectionMatches, search, searchKeymap} from '@codemirror/search';
import {EditorState, type Extension} from '@codemirror/state';
import {
  EditorView,
  crosshairCursor,
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  rectangularSelection,
  tooltips,
} from '@codemirror/view';

/** What every file's editor can do. */
export function basics(): Extension {
  return [
    history(),
    highlightSpecialChars(),
    drawSelection({cursorBlinkRate: prefersStillness() ? 0 : 1200}),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    rectangularSelection(),
    crosshairCursor(),
    highlightActiveLine(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({icons: false, maxRenderedOptions: 60}),
    search({top: true}),
    highlightSelectionMatches(),
    EditorView.scrollMargins.of(({dom, scrollDOM}) => ({top: coveredAbove(dom, scrollDOM)})),
    // Tooltips may be wider than the pane that cuts its content off.
    tooltips({position: 'fixed'}),
    EditorView.contentAttributes.of({
      // Editable is focusable, but not every tool knows.
      tabindex: '0',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
      translate: 'no',
    }),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      indentWithTab,
    ]),
  ];
}

/** Pixels above the text that are covered where it is the page that scrolls it. */
function coveredAbove(editor: HTMLElement, {scrollHeight, clientHeight}: HTMLElement): number {
  if (scrollHeight > clientHeight) return 0;
  return Number.parseFloat(getComputedStyle(editor).scrollMarginTop);
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
