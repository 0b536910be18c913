import {PlaygroundError} from '../protocol/failure.js';
import type {Region} from '../protocol/code.js';

const OPENING = String.raw`(?:#|\{#|<!--|/\*|//|--)`;
const CLOSING = String.raw`(?:#\}|-->|\*/)?`;
const MARKER = new RegExp(
  String.raw`^\s*${OPENING}\s*playground-(readonly|fold)(-end)?\s*${CLOSING}\s*$`,
);

/** A marker's line, from 1. */
interface Opening {
  readonly kind: Region['kind'];
  readonly line: number;
}

/**
 * The regions of a file as it is now; none where its markers do not fit together, which only its
 * author is told of.
 */
export function findRegions(path: string, content: string): Region[] {
  try {
    return readRegions(path, content);
  } catch {
    return [];
  }
}

/**
 * The regions that a file's author marked with comments on lines of their own. One that is not
 * closed runs to the file's end.
 *
 * @throws PlaygroundError `bad-region` when one lies within another, or is closed without having
 *   been opened.
 */
export function readRegions(path: string, content: string): Region[] {
  // Most files have none, and some are long.
  if (!content.includes('playground-')) return [];
  const lines = content.split(/\r\n?|\n/);
  const regions: Region[] = [];
  let open: Opening | undefined;
  for (const [index, text] of lines.entries()) {
    const [, name, end] = MARKER.exec(text) ?? [];
    if (name === undefined) continue;
    const kind = name === 'fold' ? 'fold' : 'readonly';
    const line = index + 1;
    if (end === undefined) {
      if (open) throw within(path, open, kind, line);
      open = {kind, line};
    } else {
      if (open?.kind !== kind) throw unopened(path, open, kind, line);
      regions.push({kind, from: open.line, to: line});
      open = undefined;
    }
  }
  if (open) regions.push({kind: open.kind, from: open.line, to: lines.length});
  return regions;
}

function within(path: string, open: Opening, kind: string, line: number): PlaygroundError {
  return failure(
    `Line ${line} of ${path} opens a region with “playground-${kind}” within the one that ` +
      `“playground-${open.kind}” opened in line ${open.line}. ` +
      `Close that with “playground-${open.kind}-end” first.`,
  );
}

function unopened(
  path: string,
  open: Opening | undefined,
  kind: string,
  line: number,
): PlaygroundError {
  const instead = open
    ? `while the one from line ${open.line} is of “playground-${open.kind}”. ` +
      `Close it with “playground-${open.kind}-end”.`
    : `that nothing opened. Open it with “playground-${kind}” or remove the line.`;
  return failure(`Line ${line} of ${path} closes a region of “playground-${kind}” ${instead}`);
}

function failure(message: string): PlaygroundError {
  return new PlaygroundError({code: 'bad-region', message});
}
