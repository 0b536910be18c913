/**
 * As much of Python as it takes to read settings and views: where strings and comments are, where
 * a statement ends. Files that are not quite Python yet are read as far as they go.
 */

const TRIPLE_QUOTED = /"""(?:\\[^]|[^\\])*?(?:"""|$(?![^]))|'''(?:\\[^]|[^\\])*?(?:'''|$(?![^]))/;
const QUOTED = /"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?/;
const STRING = new RegExp(`${TRIPLE_QUOTED.source}|${QUOTED.source}`, 'g');
const STRING_OR_COMMENT = new RegExp(`${STRING.source}|#[^\\n]*`, 'g');

/** The source with each comment replaced by as many spaces. */
export function withoutComments(source: string): string {
  return source.replace(STRING_OR_COMMENT, token =>
    token.startsWith('#') ? spaces(token) : token,
  );
}

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

/** A statement that stands on lines of its own. */
export interface Statement {
  /** Without comments. */
  readonly text: string;
  /** The same with empty strings, see {@link codeOnly}. */
  readonly code: string;
}

/** The statements of a source: lines, joined where a bracket or a backslash holds them together. */
export function statements(source: string): Statement[] {
  const code = codeOnly(source);
  const text = withoutComments(source);
  const found: Statement[] = [];
  let start = 0;
  let depth = 0;
  for (const {index, 0: mark} of code.matchAll(/[([{]|[)\]}]|\\\n|\n|$(?![^])/g)) {
    if ('([{'.includes(mark) && mark) depth += 1;
    else if (')]}'.includes(mark) && mark) depth = Math.max(0, depth - 1);
    else if (mark === '' || (mark === '\n' && depth === 0)) {
      if (code.slice(start, index).trim()) {
        found.push({text: text.slice(start, index), code: code.slice(start, index)});
      }
      start = index + 1;
    }
  }
  return found;
}

/** The contents of the string literals in a text without comments, escapes left as they are. */
export function strings(text: string): string[] {
  return (text.match(STRING) ?? []).map(literal =>
    literal.replace(/^("""|'''|"|')([^]*?)\1?$/, '$2'),
  );
}

/** The index of the bracket that closes the one at `open`; the end where none does. */
export function closingBracket(code: string, open: number): number {
  let depth = 0;
  for (let index = open; index < code.length; index += 1) {
    if ('([{'.includes(code.charAt(index))) depth += 1;
    else if (')]}'.includes(code.charAt(index)) && (depth -= 1) === 0) return index;
  }
  return code.length;
}

/** Whether a name can be imported. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name);
}

function spaces(text: string): string {
  return ' '.repeat(text.length);
}
