import {Language, defineLanguageFacet} from '@codemirror/language';
import {EditorSelection, Prec, type Extension} from '@codemirror/state';
import {EditorView, keymap} from '@codemirror/view';
import {markup} from './markup.js';
import {toggleTemplateComment} from './template-comments.js';
import {TemplateParser} from './template-parser.js';

/** HTML with Django's tags, variables and comments anywhere in it. */
export function template(): Extension {
  const text = markup();
  const data = defineLanguageFacet({
    commentTokens: {block: {open: '{#', close: '#}'}},
    closeBrackets: {brackets: ['(', '[', '{', '"']},
  });
  const parser = new TemplateParser({Template: data}, text.language.parser);
  const keys = Prec.high(keymap.of([{key: 'Mod-/', run: toggleTemplateComment}]));
  return [new Language(data, parser, [], 'django'), text.support, closeTags, keys];
}

/** What a character makes of an empty pair of braces: `{%` becomes a whole tag, and so on. */
const INSIDES: Readonly<Record<string, string>> = {'%': '%  %', '#': '#  #', '{': '{  }'};

/** Typing `{%` adds what ends the tag. */
const closeTags = EditorView.inputHandler.of((view, from, to, text) => {
  const inside = INSIDES[text];
  const {state} = view;
  if (inside === undefined || from !== to || state.readOnly) return false;
  if (state.sliceDoc(from - 1, from + 1) !== '{}') return false;
  view.dispatch({
    changes: {from, insert: inside},
    selection: EditorSelection.cursor(from + 2),
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
});
