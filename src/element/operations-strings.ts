import type {OperationsStrings} from '../files/index.js';

/** The texts of what can be done with files, in English. */
export const OPERATIONS_ENGLISH: OperationsStrings = {
  dismiss: 'Dismiss',
  newFile: 'New file…',
  upload: 'Upload files…',
  uploadFolder: 'Upload a folder…',
  rename: 'Rename…',
  duplicate: 'Duplicate…',
  remove: 'Delete',
  resetFile: 'Reset this file',
  compare: 'Compare with the original',
  moveUp: 'Move earlier',
  moveDown: 'Move later',
  showHidden: 'Show hidden files',
  name: 'Path of the file',
  nameHint: 'With a / between folders, e.g. polls/views.py',
  create: 'Create',
  cancel: 'Cancel',
  replace: 'Replace',
  keepBoth: 'Keep both',
  undo: 'Undo',
  undone: 'Undone',
  removed: path => `Deleted ${path}`,
  wasReset: path => `Reset ${path}`,
  added: count => (count === 1 ? 'Added 1 file' : `Added ${count} files`),
  exists: paths =>
    paths.length === 1
      ? `There is a file ${paths[0]} already.`
      : `There are ${paths.length} of these files already: ${paths.join(', ')}.`,
  tooLarge: (name, limit, isText) =>
    `${name} is too large: ${isText ? 'text' : 'other'} files can have up to ${limit} MB here.`,
  unreadable: name => `${name} could not be read.`,
  isReadonly: path => `${path} is read-only: it cannot be changed, renamed or deleted.`,
  notImportable: part =>
    `Python cannot import “${part}”: names of modules and packages consist of letters, digits and _.`,
  problems: {
    empty: () => 'Give the file a name.',
    control: () => 'The name contains a control character, which cannot be seen. Type it anew.',
    absolute: () => 'Paths start at the project’s root: leave out the / or drive at the beginning.',
    backslash: () => 'Put a / between folders, not a backslash.',
    climbs: () => 'The path leaves the project with “..”. Leave that out.',
    folder: () => 'This names a folder. Add the name of a file after the last /.',
    gap: () => 'There is nothing between two / of the path. Leave one out.',
    reserved: path => `“${path}” is a name that Windows reserves. Choose another one.`,
    long: () => 'This is too long. Use at most 200 characters.',
    'inside-file': path => `“${path}” is a file, so nothing can lie in it. Choose another folder.`,
    'is-folder': path => `“${path}” is a folder. Choose another name.`,
    readonly: path => `${path} is read-only and cannot be replaced. Choose another name.`,
    taken: path => `There is a file ${path} already.`,
  },
};
