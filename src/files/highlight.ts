/** Colours for code that is only read. Loaded right after the first paint. */
import css from '@speed-highlight/core/languages/css.js';
import html from '@speed-highlight/core/languages/html.js';
import js from '@speed-highlight/core/languages/js.js';
import json from '@speed-highlight/core/languages/json.js';
import markdown from '@speed-highlight/core/languages/md.js';
import python from '@speed-highlight/core/languages/py.js';
import toml from '@speed-highlight/core/languages/toml.js';
import {
  tokenizeWith,
  type ShjLanguageData,
  type ShjRule,
  type ShjToken,
} from '@speed-highlight/core/tokenize';
import type {Token, TokenKind} from './token.js';

/** The library's own declarations are of another strictness. */
const grammar = (rules: unknown): ShjRule[] => rules as ShjRule[];

/** Django's tags, variables and comments, wherever they stand in a template. */
const DJANGO: readonly ShjRule[] = [
  {type: 'cmnt', match: /\{#.*?#\}|\{% *comment\b[^]*?\{% *endcomment *%\}/g},
  {
    type: 'err',
    match: /\{%.*?%\}|\{\{.*?\}\}/g,
    sub: [
      {expand: 'str'},
      {type: 'kwd', match: /(?<=^\{% *)\w+|\b(?:and|or|not|in|is|as|by|with|only|from)\b/g},
    ],
  },
];

/** A rule with Django's own within it too, such as an element's attributes or a string. */
function withDjango(rule: ShjRule): ShjRule {
  if (rule.expand || !Array.isArray(rule.sub)) return rule;
  return {...rule, sub: [...DJANGO, ...rule.sub.map(withDjango)]};
}

const LANGUAGES: Readonly<Record<string, ShjLanguageData>> = {
  css: grammar(css),
  js: grammar(js),
  py: grammar(python),
};

const BY_ENDING: Readonly<Record<string, readonly ShjRule[]>> = {
  py: [
    {type: 'insert', match: /^[ \t]*@[\w.]+/gm},
    {type: 'kwd', match: /\b(?:match|case)\b(?=[^\n=(.,]*:[ \t]*$)/gm},
    ...grammar(python),
  ],
  html: [
    ...DJANGO,
    ...grammar(html).map(withDjango),
    // The name of an element with a tag of Django's between its attributes.
    {type: 'var', match: /<\/?[a-z][\w-]*/gi},
  ],
  css: grammar(css),
  js: grammar(js),
  json: grammar(json),
  md: grammar(markdown),
  toml: grammar(toml),
};

const ALIASES: Readonly<Record<string, string>> = {
  pyi: 'py',
  htm: 'html',
  djhtml: 'html',
  xml: 'html',
  svg: 'html',
  mjs: 'js',
  markdown: 'md',
};

const KINDS: Readonly<Partial<Record<ShjToken, TokenKind>>> = {
  kwd: 'keyword',
  bool: 'keyword',
  str: 'string',
  cmnt: 'comment',
  num: 'number',
  func: 'name',
  section: 'name',
  insert: 'name',
  err: 'template',
};

/** In markup the library's words for a variable and a class are elements and attributes. */
const MARKUP_KINDS: typeof KINDS = {...KINDS, var: 'tag', class: 'attribute'};

/** In data its word for a variable is a key. */
const DATA_KINDS: typeof KINDS = {...KINDS, var: 'name'};

const KINDS_OF: Readonly<Record<string, typeof KINDS>> = {
  html: MARKUP_KINDS,
  css: MARKUP_KINDS,
  json: DATA_KINDS,
  toml: DATA_KINDS,
};

/** Characters above which a file stays plain: nobody reads it for its colours. */
const LIMIT = 100_000;

/** A file's text in coloured pieces. Joined, they are the text. */
export function tokenize(path: string, text: string): readonly Token[] {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const name = ALIASES[ending] ?? ending;
  const language = BY_ENDING[name];
  if (!language || text.length > LIMIT) return [{text}];
  const kinds = KINDS_OF[name] ?? KINDS;
  const tokens: Token[] = [];
  const add = (piece: string, type?: ShjToken): void => {
    const kind = type && kinds[type];
    if (piece) tokens.push(kind ? {text: piece, kind} : {text: piece});
  };
  tokenizeWith(text, [...language], add, {languages: LANGUAGES});
  return tokens;
}
