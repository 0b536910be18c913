import type {ConsoleStrings} from '../console/index.js';

/** What the console says. */
export const CONSOLE_ENGLISH: ConsoleStrings = {
  log: 'Log',
  clear: 'Clear',
  show: 'What is shown',
  kinds: {all: 'Everything', requests: 'Requests', output: 'Output', problems: 'Problems'},
  find: 'Find in the log',
  empty: 'Requests, what Python prints, and what commands say will stand here.',
  noneFound: 'Nothing here is like that.',
  commandLine: 'Command for manage.py',
  shellLine: 'Line for the Python shell',
  answer: 'Answer to the command',
  secretAnswer: 'Secret answer to the command',
  placeholder: 'e.g. makemigrations, shell, test',
  suggestions: 'Suggestions',
  interrupt: 'Stop',
  fillIn: command => `Write “${command}”`,
  queries: count => `${count} ${count === 1 ? 'query' : 'queries'}`,
  milliseconds: duration => `${duration < 10 ? duration.toFixed(1) : Math.round(duration)} ms`,
  staticFiles: count => `${count} static ${count === 1 ? 'file' : 'files'}`,
  exitCode: code => `Exit code ${code}`,
  tests: (passed, failed, skipped) =>
    [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(', '),
  goTo: (path, line) => `Go to ${path}, line ${line}`,
  shellGone: 'The shell has ended, because the site was started anew.',
  shellHint: 'exit() or Ctrl+D leaves the shell.',
  live: {
    unfinished: path => `There is a syntax error in ${path}. The site runs again once it is gone.`,
    kept: error => `This version fails: ${error}. The page is of the version before.`,
  },
};
