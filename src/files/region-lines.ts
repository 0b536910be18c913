/** Folded and read-only regions of code to read; loaded where there are such. */
import {css} from 'lit';
import type {Region} from '../protocol/code.js';
import type {Line, RenderLine} from './code-text.js';

export const regionStyles = css`
  .readonly {
    display: block;
    background: color-mix(in srgb, var(--_text) 5%, transparent);
  }

  .text summary {
    color: var(--_muted);
    cursor: pointer;
    list-style-position: inside;
  }

  @media print {
    .text summary {
      display: none;
    }
  }

  .numbered summary {
    padding-inline-start: calc(var(--_code-gutter) + 0.6em);
  }
`;

export interface RegionsOptions {
  readonly renderLine: RenderLine;
  /** What stands for so many folded lines. */
  readonly folded: (count: number) => string;
}

/** Regions may lie in each other; the lines of their markers are not shown. */
export function renderRegions(
  lines: readonly Line[],
  regions: readonly Region[],
  {renderLine, folded}: RegionsOptions,
): Node[] {
  const nodes: Node[] = [];
  let rest = lines;
  for (const region of outermost(regions)) {
    nodes.push(...rest.filter(({number}) => number < region.from).map(renderLine));
    const within = rest.filter(({number}) => number > region.from && number <= region.to);
    const inner = isMarker(within.at(-1), region) ? within.slice(0, -1) : within;
    const nested = regions.filter(({from, to}) => from > region.from && to <= region.to);
    const contents = renderRegions(inner, nested, {renderLine, folded});
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
