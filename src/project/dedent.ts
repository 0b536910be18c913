/**
 * A file's text as it was meant, out of the indented markup it was written in: without blank lines
 * at both ends and without the indentation that all lines share, ended by one newline. Tabs and
 * spaces are never mixed up: what is removed is the same characters in every line.
 *
 * @param codeOnly Leaves only code of a text, in its place, where lines within a string are free to
 *     stand further left than the code around them.
 */
export function dedent(text: string, codeOnly?: (text: string) => string): string {
  const trimmed = text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  if (trimmed === '') return '';
  const code = codeOnly?.(trimmed) ?? trimmed;
  let margin: string | undefined;
  for (const {index, 0: indent} of trimmed.matchAll(/^[ \t]*(?=[^\s])/gm)) {
    const insideString = index > 0 && code[index - 1] !== '\n';
    if (!insideString) margin = margin === undefined ? indent : commonStart(margin, indent);
  }
  return `${trimmed.replace(/^[ \t]+/gm, indent => indent.slice(commonStart(margin ?? '', indent).length))}\n`;
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
