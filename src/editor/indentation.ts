import {indentUnit} from '@codemirror/language';
import {EditorState, type Extension} from '@codemirror/state';

/** Lines that are looked at. */
const SAMPLE = 1000;

/** How far Tab indents: as the file does it, or else as its language does. */
export function indentation(path: string, content: string, tabSize: number): Extension {
  return [EditorState.tabSize.of(tabSize), indentUnit.of(found(content) ?? usual(path))];
}

function usual(path: string): string {
  return /\.(?:pyi?|toml)$/i.test(path) ? '    ' : '  ';
}

/** A tab, where more lines begin with one than with spaces, or the least number of spaces. */
function found(content: string): string | undefined {
  const lines = content.slice(0, 100_000).split('\n', SAMPLE);
  const indents = lines.flatMap(line => /^(?:\t+| {2,8})(?=[^\s*])/.exec(line)?.[0] ?? []);
  const tabs = indents.filter(indent => indent.startsWith('\t')).length;
  if (tabs > indents.length / 2) return '\t';
  const spaces = indents.filter(indent => !indent.startsWith('\t')).map(({length}) => length);
  if (spaces.length < 2) return undefined;
  const least = spaces.reduce((one, other) => Math.min(one, other));
  return [2, 4, 8].includes(least) ? ' '.repeat(least) : undefined;
}
