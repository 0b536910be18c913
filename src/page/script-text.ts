import type {ScriptKind} from './rewrite-location.js';

export type {ScriptKind};

/** Whether a text may be, or have in it, a script that is not for the frame as it is. */
export function namesLocation(text: string): boolean {
  return /\blocation\b/.test(text);
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
