import {EditorState, type Extension, type Text} from '@codemirror/state';

/**
 * How a file's lines end. Files keep their line breaks: all `\r\n` stay so, and where they are
 * mixed a `\r` is a character like any other.
 */
export type LineBreaks = '\n' | '\r\n' | 'mixed';

export function lineBreaksOf(content: string): LineBreaks {
  if (!content.includes('\r')) return '\n';
  return /\r(?!\n)|(?<!\r)\n/.test(content) ? 'mixed' : '\r\n';
}

/** What makes CodeMirror, whose own lines end with any break, keep those of a file. */
export function keepLineBreaks(breaks: LineBreaks): Extension {
  return breaks === 'mixed' ? EditorState.lineSeparator.of('\n') : [];
}

/** The file's content, as it is to be stored. */
export function contentOf(document: Text, breaks: LineBreaks): string {
  return document.sliceString(0, document.length, breaks === '\r\n' ? '\r\n' : '\n');
}

/** The same as CodeMirror has it. */
export function withoutReturns(content: string, breaks: LineBreaks): string {
  return breaks === '\r\n' ? content.replaceAll('\r\n', '\n') : content;
}
