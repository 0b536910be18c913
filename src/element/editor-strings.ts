import type {EditorTexts} from '../editor/index.js';

/** What the editor shows and speaks, in English. */
export const EDITOR_ENGLISH: EditorTexts = {
  leave: 'Escape, then Tab, leaves the editor',
  readonlyFile: 'read-only',
  readonlyLines: 'These lines are read-only.',
  folded: lines => (lines === 1 ? '… 1 line' : `… ${lines} lines`),
  unfold: 'Show these lines',
  comparison: {
    label: 'Comparison',
    changes(count, current) {
      if (count === 0) return 'No changes';
      if (current !== undefined) return `Change ${current} of ${count}`;
      return count === 1 ? '1 change' : `${count} changes`;
    },
    previous: 'Previous change',
    next: 'Next change',
    takeBack: 'Take back this change',
    close: 'Close',
  },
  marked: marks =>
    marks.map(({line, source, message}) => `Line ${line}: ${source}: ${message}`).join(' '),
  phrases: {},
};
