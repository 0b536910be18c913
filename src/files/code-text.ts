/** A file's code as text to read. */
import type {Token} from './token.js';

export interface CodeTextOptions {
  readonly tokens: readonly Token[];
  readonly lineNumbers: boolean;
  /** What makes nodes of lines, where some lie in regions. */
  readonly layOut:
    ((lines: readonly Line[], renderLine: RenderLine) => readonly Node[]) | undefined;
}

export type RenderLine = (line: Line) => HTMLElement;

/** The pieces of one line, and its number. */
export interface Line {
  readonly number: number;
  readonly tokens: readonly Token[];
}

/** Characters of one piece above which it is laid out in chunks. */
const LONG = 50_000;

/** Lines of a chunk. */
const CHUNK = 200;

/** A `<code>` with a file's text. */
export function codeText({tokens, lineNumbers, layOut}: CodeTextOptions): HTMLElement {
  const code = document.createElement('code');
  if (layOut) {
    code.append(...layOut(splitLines(tokens), renderLine));
  } else if (lineNumbers) {
    code.append(...splitLines(tokens).map(renderLine));
  } else {
    code.append(...tokens.flatMap(renderTokens));
  }
  return code;
}

function renderToken({text, kind}: Token): Node {
  if (!kind) return document.createTextNode(text);
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
}

function renderTokens(token: Token): Node[] {
  return token.text.length > LONG ? renderChunks(token.text) : [renderToken(token)];
}

/** Of a long text only the chunks that are in sight are laid out. */
function renderChunks(text: string): HTMLElement[] {
  const lines = text.split('\n');
  const chunks: HTMLElement[] = [];
  for (let at = 0; at < lines.length; at += CHUNK) {
    const some = lines.slice(at, at + CHUNK);
    const isLast = at + CHUNK >= lines.length;
    const chunk = document.createElement('span');
    chunk.className = 'chunk';
    chunk.style.setProperty('--_lines', String(some.length));
    chunk.textContent = some.join('\n') + (isLast ? '' : '\n');
    chunks.push(chunk);
  }
  return chunks;
}

function splitLines(tokens: readonly Token[]): Line[] {
  const lines: Token[][] = [[]];
  for (const {text, kind} of tokens) {
    text.split('\n').forEach((piece, index) => {
      if (index > 0) lines.push([]);
      if (piece) lines.at(-1)?.push(kind ? {text: piece, kind} : {text: piece});
    });
  }
  return lines.map((pieces, index) => ({number: index + 1, tokens: pieces}));
}

function renderLine({number, tokens}: Line): HTMLElement {
  const line = document.createElement('span');
  line.className = 'line';
  line.dataset['line'] = String(number);
  line.append(...tokens.map(renderToken), '\n');
  return line;
}
