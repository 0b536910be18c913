import type {ScriptKind} from './rewrite-location.js';

export type {ScriptKind};

/** Whether a text may be, or have in it, a script that is not for the frame as it is. */
export function namesLocation(text: string): boolean {
  return /\blocation\b/.test(text);
}

/** Whether a script that is no module may import one. */
export function namesImport(text: string): boolean {
  return /\bimport\s*\(/.test(text);
}

/**
 * A file of the site as the script that runs in the frame.
 *
 * @param url Its absolute URL, which modules have of their own.
 * @returns The text itself where nothing has to change.
 */
export async function fileText(text: string, kind: ScriptKind, url: string): Promise<string> {
  const script = await scriptText(text, kind);
  if (kind === 'module' || !namesImport(script)) return script;
  const {deferImports} = await import('./module-imports.js');
  return deferImports(script, url);
}

/** What a document gets only where its scripts name it: IndexedDB and Cache, the Navigation API. */
export type ScriptPart = 'databases' | 'navigation';

/** Many a text has these words for something else. */
const PARTS: readonly (readonly [ScriptPart, RegExp])[] = [
  ['databases', /\bindexedDB\b|\bcaches\s*(?:\?\.|\.\s*(?:open|match|has|delete|keys)\b|\[)/],
  [
    'navigation',
    /\b(?:window|self|globalThis|[a-zA-Z])\.navigation\b|["'`]navigation["'`]\s*in\b|\btypeof navigation\b|\bnavigation\s*\}\s*=|\bnavigation\s*\??\.\s*(?:on[a-z]|addEv|navigate|reload\b|back\b|forward\b|traverseTo|currentEntry|entries\b|canGo|transition\b|activation\b|updateC)/,
  ],
];

/** Which of them a text names that may be a script, or have one in it. */
export function partsNamed(text: string): readonly ScriptPart[] {
  return PARTS.filter(([, words]) => words.test(text)).map(([part]) => part);
}

/**
 * A script as it runs in the frame. The parser comes with the first script that needs it.
 *
 * @returns The text itself where nothing has to change.
 */
export async function scriptText(text: string, kind: ScriptKind): Promise<string> {
  if (!namesLocation(text)) return text;
  const {rewriteLocation} = await import('./rewrite-location.js');
  return rewriteLocation(text, kind);
}
