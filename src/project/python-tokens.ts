/** Where strings and comments are in Python, be it complete or not. */

const TRIPLE_QUOTED = /"""(?:\\[^]|[^\\])*?(?:"""|$(?![^]))|'''(?:\\[^]|[^\\])*?(?:'''|$(?![^]))/;
const QUOTED = /"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?/;

/** A string literal, with its quotes. */
export const STRING = new RegExp(`${TRIPLE_QUOTED.source}|${QUOTED.source}`, 'g');

export const STRING_OR_COMMENT = new RegExp(`${STRING.source}|#[^\\n]*`, 'g');

/**
 * The source with comments and the insides of strings replaced by as many spaces, line breaks
 * included, so that positions stay and every line break left ends a line of code.
 */
export function codeOnly(source: string): string {
  return source.replace(STRING_OR_COMMENT, token => {
    const quote = token.charAt(0);
    const closed = quote !== '#' && token.length > 1 && token.endsWith(quote);
    return closed ? quote + spaces(token.slice(2)) + quote : spaces(token);
  });
}

/** As many as a text has characters. */
export function spaces(text: string): string {
  return ' '.repeat(text.length);
}
