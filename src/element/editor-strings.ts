import type {EditorTexts} from '../editor/index.js';

/** What the editor shows and speaks, in English. */
export const EDITOR_ENGLISH: EditorTexts = {
  leave: 'Escape, then Tab, leaves the editor',
  readonlyFile: 'read-only',
  readonlyLines: 'These lines are read-only.',
  folded: lines => (lines === 1 ? '… 1 line' : `… ${lines} lines`),
  unfold: 'Show these lines',
  marked: marks =>
    marks.map(({line, source, message}) => `Line ${line}: ${source}: ${message}`).join(' '),
  phrases: {},
};
