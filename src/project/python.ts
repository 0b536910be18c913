import {codeOnly, spaces, STRING, STRING_OR_COMMENT} from './python-tokens.js';

/**
 * As much of Python as it takes to read settings and views: where a statement ends, and what
 * strings say. Files that are not quite Python yet are read as far as they go.
 */

/** The source with each comment replaced by as many spaces. */
export function withoutComments(source: string): string {
  return source.replace(STRING_OR_COMMENT, token =>
    token.startsWith('#') ? spaces(token) : token,
  );
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
