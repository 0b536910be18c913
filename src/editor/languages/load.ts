import type {Extension} from '@codemirror/state';

type Loader = () => Promise<Extension>;

const template: Loader = () => import('./template.js').then(({template: make}) => make());

const javascript: Loader = () =>
  import('@codemirror/lang-javascript').then(({javascript: make}) => make());

/** By the ending of a file's name; each is a chunk of its own. */
const LOADERS: Readonly<Record<string, Loader>> = {
  py: () => import('./python.js').then(({python}) => python()),
  html: template,
  css: () => import('@codemirror/lang-css').then(({css}) => css()),
  js: javascript,
  json: () => import('@codemirror/lang-json').then(({json}) => json()),
  sql: () => import('@codemirror/lang-sql').then(({sql}) => sql()),
  md: () => import('./markdown.js').then(({markdown}) => markdown()),
  toml: () => import('./toml.js').then(({toml}) => toml()),
};

const ALIASES: Readonly<Record<string, string>> = {
  pyi: 'py',
  htm: 'html',
  djhtml: 'html',
  xml: 'html',
  svg: 'html',
  mjs: 'js',
  markdown: 'md',
  lock: 'toml',
};

const loaded = new Map<string, Extension>();

/** The language of a file if it is there already, `undefined` if it is to be loaded first. */
export function languageAtHand(path: string): Extension | undefined {
  const name = nameOf(path);
  return LOADERS[name] ? loaded.get(name) : [];
}

/** The language of a file; none where it is not known, or cannot be loaded. */
export async function loadLanguage(path: string): Promise<Extension> {
  const name = nameOf(path);
  const load = LOADERS[name];
  if (!load) return [];
  try {
    const language = loaded.get(name) ?? (await load());
    loaded.set(name, language);
    return language;
  } catch (cause) {
    // Code without colours is still code; the next file asks again.
    console.warn(`The editor could not load how to read ${path}.`, cause);
    return [];
  }
}

function nameOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  // E.g. the text of an e-mail.
  if (ending === 'txt' && /(?:^|\/)templates\//.test(path)) return 'html';
  return ALIASES[ending] ?? ending;
}
