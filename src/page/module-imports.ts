// In JavaScript: WebKit compiles WebAssembly of any size only after Python's, a second later.
import {parse} from 'es-module-lexer/minimal/js';
import {GUEST_IMPORT} from '../protocol/frame-assets.js';

/** Numbers by which the lexer tells what is no import. */
const IMPORT_META = -2;
const STATIC = -1;

/**
 * Rewrites what a text imports.
 *
 * @param base Absolute URL that its imports start from.
 * @param rename Gives the specifier that takes the place of one; `null` has the guest find out, which
 *   it also does where nobody knows before the text runs. Not for static ones.
 * @returns The text as it was where it is no module.
 */
export function rewriteImports(
  text: string,
  base: string,
  rename: (specifier: string, isStatic: boolean) => string | null,
): string {
  let rewritten = '';
  let end = 0;
  for (const {n: specifier, s, e, d, ss} of lex(text)) {
    if (d === IMPORT_META) {
      const isUrl = text.startsWith('.url', e);
      rewritten += text.slice(end, s) + (isUrl ? JSON.stringify(base) : text.slice(s, e));
      end = isUrl ? e + '.url'.length : e;
      continue;
    }
    const renamed = specifier === undefined ? null : rename(specifier, d === STATIC);
    if (renamed !== null) {
      rewritten += text.slice(end, s) + (d === STATIC ? renamed : JSON.stringify(renamed));
      end = e;
    } else if (d !== STATIC) {
      rewritten += `${text.slice(end, ss)}${GUEST_IMPORT}(${JSON.stringify(base)},`;
      end = d + 1;
    }
  }
  return rewritten + text.slice(end);
}

/** A script that is no module, its imports left to the guest. */
export function deferImports(text: string, base: string): string {
  return rewriteImports(text, base, () => null);
}

function lex(text: string): ReturnType<typeof parse>[0] {
  try {
    return parse(text)[0];
  } catch {
    // The browser will say what is wrong with it.
    return [];
  }
}
