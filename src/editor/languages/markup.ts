import type {CompletionContext} from '@codemirror/autocomplete';
import {
  LRLanguage,
  LanguageSupport,
  ParseContext,
  bracketMatchingHandle,
  foldNodeProp,
  indentNodeProp,
  syntaxTree,
  type Language,
  type TreeIndentContext,
} from '@codemirror/language';
import {EditorSelection, type EditorState} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {parseMixed, type Input, type Parser, type SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/html';

/**
 * HTML. CodeMirror's own package for it brings JavaScript and CSS along, which make half of its
 * size; here they are loaded when a page has some.
 */
export function markup(): LanguageSupport {
  return new LanguageSupport(LANGUAGE, [
    LANGUAGE.data.of({
      autocomplete: async (context: CompletionContext) =>
        (await import('@codemirror/lang-html')).htmlCompletionSource(context),
    }),
    closeElements,
  ]);
}

/** A language that is there once it was asked for. */
function lazily(load: () => Promise<Language>): () => Parser {
  let language: Language | undefined;
  let loading: Promise<unknown> | undefined;
  return () => {
    loading ??= load().then(
      found => (language = found),
      // What it is in stays plain.
      () => undefined,
    );
    return language?.parser ?? ParseContext.getSkippingParser(loading);
  };
}

const script = lazily(async () => (await import('@codemirror/lang-javascript')).javascriptLanguage);
const style = lazily(async () => (await import('@codemirror/lang-css')).cssLanguage);

const LANGUAGE = LRLanguage.define({
  name: 'html',
  parser: parser.configure({
    props: [
      indentNodeProp.add({
        Element: indentElement,
        'OpenTag CloseTag SelfClosingTag': context =>
          context.column(context.node.from) + context.unit,
      }),
      foldNodeProp.add({
        Element({firstChild, lastChild, to}) {
          if (firstChild?.name !== 'OpenTag') return null;
          return {from: firstChild.to, to: lastChild?.name === 'CloseTag' ? lastChild.from : to};
        },
      }),
      bracketMatchingHandle.add({'OpenTag CloseTag': node => node.getChild('TagName')}),
    ],
    wrap: parseMixed(({name, node}, input) => {
      if (name === 'StyleText') return {parser: style()};
      return name === 'ScriptText' && isJavaScript(node, input) ? {parser: script()} : null;
    }),
  }),
  languageData: {
    commentTokens: {block: {open: '<!--', close: '-->'}},
    indentOnInput: /^\s*<\/\w+\W$/,
    wordChars: '-_',
  },
});

function indentElement(context: TreeIndentContext): number | null {
  const [before = '', closes] = /^\s*(<\/)?/.exec(context.textAfter) ?? [];
  if (context.node.to <= context.pos + before.length) return context.continue();
  return context.lineIndent(context.node.from) + (closes ? 0 : context.unit);
}

function isJavaScript({prevSibling}: SyntaxNode, input: Input): boolean {
  if (!prevSibling) return false;
  const tag = input.read(prevSibling.from, prevSibling.to);
  const [, type = 'module'] = /\stype\s*=\s*["']?([^\s"'>]*)/i.exec(tag) ?? [];
  return /^(?:|module|(?:text|application)\/javascript)$/i.test(type);
}

/** Elements that have no end. */
const VOID =
  /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr|!doctype)$/i;

/** Typing the `>` of an element's first tag adds its last one. */
const closeElements = EditorView.inputHandler.of((view, from, _to, text, insert) => {
  if (text !== '>' || view.composing || view.state.readOnly) return false;
  if (!LANGUAGE.isActiveAt(view.state, from, -1)) return false;
  const base = insert();
  const additions = base.state.changeByRange(range => {
    const name = openedBefore(base.state, range.head);
    if (name === undefined) return {range};
    return {
      range: EditorSelection.cursor(range.head),
      changes: {from: range.head, insert: `</${name}>`},
    };
  });
  if (additions.changes.empty) return false;
  view.dispatch([base, base.state.update(additions, {userEvent: 'input.complete'})]);
  return true;
});

/** The element whose first tag ends here, if it has no last one yet. */
function openedBefore(state: EditorState, head: number): string | undefined {
  const tag = syntaxTree(state).resolveInner(head, -1).parent;
  if (tag?.name !== 'OpenTag' || tag.to !== head) return undefined;
  if (tag.parent?.lastChild?.name === 'CloseTag') return undefined;
  const name = tag.getChild('TagName');
  const text = name ? state.sliceDoc(name.from, name.to) : '';
  return text === '' || VOID.test(text) ? undefined : text;
}
