import type {EditorState, StateEffect} from '@codemirror/state';
import type {LineBreaks} from './line-breaks.js';

/** A file that was shown: its undo and selection are in the state, which outlives the view. */
export interface OpenFile {
  path: string;
  /** The file's content; nothing where it was edited since somebody read it. */
  content: string | undefined;
  readonly: boolean;
  state: EditorState;
  readonly lineBreaks: LineBreaks;
  /** Where it was scrolled to. */
  scroll?: StateEffect<unknown>;
  /** Which marks are in the state. */
  marksVersion: number;
  /** The text that differences are shown from. */
  comparedWith?: string | undefined;
}

/** The least change that makes one text of another. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What lies between the same beginning and the same end; `null` for the same text. */
export function replacement(old: string, text: string): Replacement | null {
  if (old === text) return null;
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  return {from: start, to: old.length - end, insert: text.slice(start, text.length - end)};
}
