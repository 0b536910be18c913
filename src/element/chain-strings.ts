import type {ChainStrings} from '../chain/index.js';

/** The texts of steps that build on each other, in English. */
export const CHAIN_ENGLISH: ChainStrings = {
  conflict: (paths, mine) =>
    paths.length === 1
      ? `This step brings its own ${paths[0]}, which you had changed. Yours is kept as ${mine[0]}.`
      : `This step brings its own ${paths.join(', ')}, which you had changed. Yours are kept as ${mine.join(', ')}.`,
  compare: 'Compare',
  useMine: 'Use mine',
  useStep: 'Use the step’s',
  skipped: commands => `Commands of earlier steps were not run: ${commands.join(', ')}.`,
  anew: 'Catching up makes the data of this step anew.',
  catchUp: 'Catch me up to here',
  notNow: 'Not now',
  catchingUp: (command, number, count) => `Catching up, ${number} of ${count}: ${command}`,
  caughtUp: 'Everything before this step has been run.',
  catchUpFailed: command => `Catching up ended at ${command}. The console says why.`,
  undo: 'Undo',
  dismiss: 'Dismiss',
  runHere: 'Run this command in the playground',
  showPage: 'Show this page in the playground',
  showFile: 'Show this file in the playground',
  states: {busy: 'Running', done: 'Has been run', failed: 'Has failed'},
  noFile: path => `There is no file ${path} in this playground now.`,
};
