import type {FilesStrings} from '../files/index.js';

/** The code pane's texts in English. */
export const FILES_ENGLISH: FilesStrings = {
  files: 'Files',
  menu: 'File actions',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. The text is selected now: copy it yourself.',
  edit: 'Press Enter to edit.',
  changed: 'changed',
  readonly: 'read-only',
  binary: 'This file is not text.',
  lines: count => `… ${count} ${count === 1 ? 'line' : 'lines'}`,
  plainEditor: 'The editor could not be loaded, so this is a plain text field.',
  noEditor: 'The editor could not be loaded. Check your connection and try again.',
  tryAgain: 'Try again',
  operations: async () => (await import('./operations-strings.js')).OPERATIONS_ENGLISH,
};
