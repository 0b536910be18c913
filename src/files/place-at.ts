import type {Place} from './editor.js';

/** Where in the file a point of the screen lies: line and column from 1. */
export function placeAt(code: HTMLElement, {clientX, clientY}: MouseEvent): Place | undefined {
  const range = rangeAt(code, clientX, clientY);
  const start = range && range.startContainer;
  if (!range || !start || !code.contains(start)) return undefined;
  const line = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>(
    '[data-line]',
  );
  range.setStart(line ?? code, 0);
  const before = range.toString().split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {line: Number(line?.dataset['line'] ?? 1) + before.length - 1, column};
}

function rangeAt(code: HTMLElement, x: number, y: number): Range | null {
  const root = code.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const position = document.caretPositionFromPoint?.(x, y, {shadowRoots});
  if (!position) return document.caretRangeFromPoint?.(x, y) ?? null;
  const range = document.createRange();
  range.setEnd(position.offsetNode, position.offset);
  range.setStart(position.offsetNode, position.offset);
  return range;
}
