/** A file's code as text to read: coloured, with folded and read-only regions. */
import type {Region} from '../protocol/code.js';
import type {Token} from './token.js';

export interface CodeTextOptions {
  readonly tokens: readonly Token[];
  readonly lineNumbers: boolean;
  readonly regions: readonly Region[];
  /** What stands for so many folded lines. */
  readonly folded: (count: number) => string;
}

/** The pieces of one line, and its number. */
interface Line {
  readonly number: number;
  readonly tokens: readonly Token[];
}

/** Characters of one piece above which it is laid out in chunks. */
const LONG = 50_000;

/** Lines of a chunk. */
const CHUNK = 200;

/** A `<code>` with a file's text. */
export function codeText({tokens, lineNumbers, regions, folded}: CodeTextOptions): HTMLElement {
  const code = document.createElement('code');
  if (lineNumbers || regions.length > 0) {
    code.append(...renderLines(splitLines(tokens), regions, folded));
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

/** Regions may lie in each other; the lines of their markers are not shown. */
function renderLines(
  lines: readonly Line[],
  regions: readonly Region[],
  folded: CodeTextOptions['folded'],
): Node[] {
  const nodes: Node[] = [];
  let rest = lines;
  for (const region of outermost(regions)) {
    nodes.push(...rest.filter(({number}) => number < region.from).map(renderLine));
    const within = rest.filter(({number}) => number > region.from && number <= region.to);
    const inner = isMarker(within.at(-1), region) ? within.slice(0, -1) : within;
    const nested = regions.filter(({from, to}) => from > region.from && to <= region.to);
    const contents = renderLines(inner, nested, folded);
    nodes.push(
      region.kind === 'fold'
        ? renderFold(contents, folded(inner.length))
        : renderReadonly(contents),
    );
    rest = rest.filter(({number}) => number > region.to);
  }
  return [...nodes, ...rest.map(renderLine)];
}

function outermost(regions: readonly Region[]): readonly Region[] {
  const sorted = regions.toSorted((one, other) => one.from - other.from || other.to - one.to);
  let end = 0;
  return sorted.filter(({from, to}) => {
    const isOuter = from > end;
    if (isOuter) end = to;
    return isOuter;
  });
}

/** A region without a closing marker goes to the end of its file. */
function isMarker(line: Line | undefined, {to}: Region): boolean {
  if (line?.number !== to) return false;
  const text = line.tokens.map(token => token.text).join('');
  return text.includes('playground-');
}

function renderLine({number, tokens}: Line): HTMLElement {
  const line = document.createElement('span');
  line.className = 'line';
  line.dataset['line'] = String(number);
  line.append(...tokens.map(renderToken), '\n');
  return line;
}

function renderFold(contents: readonly Node[], label: string): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = label;
  details.append(summary, ...contents);
  return details;
}

function renderReadonly(contents: readonly Node[]): HTMLElement {
  const region = document.createElement('span');
  region.className = 'readonly';
  region.append(...contents);
  return region;
}
