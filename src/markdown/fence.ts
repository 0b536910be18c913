import {readWords, withoutWords, type Words} from './words.js';

/** Attributes of HTML in their order; `''` for one without a value. */
export type Attributes = ReadonlyMap<string, string>;

/** The word that makes a fence a file of a playground, and says of which. */
export const PLAYGROUND = 'django-playground';

/** A fenced code block that is a file of a playground. */
export interface Fence {
  /**
   * The `id` of its playground. `''` for one that needs no name, as nothing else points to it;
   * `undefined` for the playground that the fence stands in.
   */
  readonly playground: string | undefined;
  /** Path of the file, where the fence says it. */
  readonly path: string | undefined;
  /** What the file's block gets. */
  readonly file: Attributes;
  /** What it says of its playground. */
  readonly element: Attributes;
  /** What the fence says beside that, to others. */
  readonly rest: string;
}

/** Words about a file; each is an attribute of the same name behind `data-`. */
const FILE_WORDS = [
  'path',
  'hidden',
  'readonly',
  'selected',
  'label',
  'encoding',
  'delete',
  'preserve-whitespace',
] as const;

/** Words about a playground, which are its attributes. `path` is the file's, so its own is `url`. */
export const ELEMENT_WORDS = [
  'bare',
  'django',
  'extends',
  'files',
  'layout',
  'line-numbers',
  'live',
  'max-lines',
  'min-lines',
  'output-height',
  'persist',
  'requirements',
  'run',
  'src',
  'superuser',
  'tab-size',
  'theme',
  'url',
  'visitors',
  'wrap',
] as const;

const OURS: ReadonlySet<string> = new Set([PLAYGROUND, ...FILE_WORDS, ...ELEMENT_WORDS]);

/**
 * What a fence says behind its language; `undefined` where it is no file of a playground.
 *
 * @param info e.g. `django-playground=polls path=polls/views.py readonly`.
 * @param isInside Whether it stands in a playground, where a `path` is enough.
 */
export function readFence(info: string, isInside: boolean): Fence | undefined {
  const words = readWords(info);
  if (!words.has(PLAYGROUND) && !(isInside && words.has('path'))) return undefined;
  return {
    playground: words.get(PLAYGROUND),
    path: words.get('path'),
    file: new Map(
      FILE_WORDS.flatMap(name => {
        const value = words.get(name);
        return value === undefined ? [] : [[`data-${name}`, value]];
      }),
    ),
    element: elementAttributes(words),
    rest: withoutWords(info, OURS),
  };
}

/** The attributes of a playground that stands in a container of its own. */
export function readContainer(info: string): Attributes {
  const words = readWords(info);
  const [name] = words.keys();
  // `::: django-playground polls url=/polls/`, or with `#polls` where directives have ids.
  const id = name !== undefined && words.get(name) === '' && !isElementWord(name) ? name : '';
  const path = words.get('url') ?? words.get('path');
  const own = words.get('id') ?? id.replace(/^#/, '');
  return new Map([
    ...(own ? [['id', own] as const] : []),
    ...(path === undefined ? [] : [['path', path] as const]),
    ...[...elementAttributes(words)].filter(([attribute]) => attribute !== 'path'),
  ]);
}

function isElementWord(word: string): boolean {
  return ELEMENT_WORDS.some(each => each === word);
}

function elementAttributes(words: Words): Attributes {
  return new Map(
    [...words]
      .filter(([name]) => isElementWord(name))
      .map(([name, value]) => [name === 'url' ? 'path' : name, value]),
  );
}
