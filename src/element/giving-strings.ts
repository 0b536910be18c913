import type {GivingStrings} from '../giving/index.js';

/** What a project is given away with and taken back with, in English. */
export const GIVING_ENGLISH: GivingStrings = {
  enlarged: 'Playground',
  dismiss: 'Dismiss',
  undo: 'Undo',
  withData: 'Files and data',
  withoutData: 'Files only',
  linkCopied: size =>
    `A link to this version was copied (${size} kB). It holds all files, but not the database.`,
  linkTooLong: size =>
    `The link to this version is ${size} kB long, which many programs cut off. Better give the download away.`,
  link: 'Link to this version',
  linkHint: size =>
    `The browser did not allow copying. Copy the link from here; it has ${size} kB.`,
  close: 'Close',
  linkOpened: 'This link brings its own version of this project. It has not been run.',
  linkReplaces: 'Using it replaces what is kept of your own work here.',
  useLink: 'Use it',
  refuseLink: 'Show the page’s own',
  resetFile: path => `This file: ${path}`,
  resetFiles: 'All files',
  resetData: 'Data',
  resetAll: 'Everything',
  resetFileHint: 'Takes back your changes of it.',
  resetFilesHint: 'Takes back your changes, keeps the database.',
  resetDataHint: 'Forgets database, uploads and log-ins, keeps your changes.',
  resetAllHint: 'As if you had never been here.',
  fileReset: path => `Your changes of ${path} were taken back.`,
  filesReset: 'Your changes of all files were taken back.',
  dataReset: 'The data was forgotten.',
  allReset: 'Everything is as it was at first.',
  addresses: 'Addresses of this site',
};
