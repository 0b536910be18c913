/** What stands below the output: the log and the command line. */
export {DjangoPlaygroundConsole} from './django-playground-console.js';
export {parseCommand, toNote} from './parse-command.js';
export type {ConsoleStrings} from './strings.js';
export type {TerminalHost} from './terminal.js';
export {ClearEvent, GoEvent, RevealEvent} from './events.js';
