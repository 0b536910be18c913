import type {EditorTexts} from '../editor/index.js';
import type {CostStrings} from './cost-strings.js';
import type {LoadError} from '../protocol/interpreter.js';
import type {Stage} from '../protocol/stage.js';
import type {WindowStrings} from '../windows/index.js';
import type {FilesStrings} from '../files/index.js';
import type {ChainStrings} from '../chain/index.js';
import type {ConsoleStrings} from '../console/index.js';
import type {GivingStrings} from '../giving/index.js';
import {FILES_ENGLISH} from './files-strings.js';
import type {PlaygroundState} from './state.js';

/** Every text the element shows or speaks. */
export interface Strings {
  readonly run: string;
  readonly stop: string;
  readonly reset: string;
  readonly share: string;
  readonly download: string;
  readonly enlarge: string;
  /** The way back from the full page. */
  readonly restore: string;
  readonly back: string;
  readonly forward: string;
  readonly reload: string;
  readonly address: string;
  readonly code: string;
  readonly output: string;
  /** Name of the tabs for code and output, where there are such. */
  readonly panes: string;
  /** Names of the lines that panes are made larger and smaller with. */
  readonly resizeColumns: string;
  readonly resizeRows: string;
  readonly console: string;
  /** Beside its name, while it is closed. */
  readonly newLines: (count: number) => string;
  /** Those of the console, loaded once it is open. */
  readonly consoleTexts: () => Promise<ConsoleStrings>;
  /** Those of the pane with the files. */
  readonly pane: FilesStrings;
  /** Those of what is given away and taken back. */
  readonly giving: () => Promise<GivingStrings>;
  /** Those of steps that build on each other, and of the prose around playgrounds. */
  /** Those of what Run loads. */
  readonly cost: () => Promise<CostStrings>;
  readonly chain: () => Promise<ChainStrings>;
  /** Those of windows over the output, and of several visitors; in English unless given. */
  readonly windows?: WindowStrings;
  readonly failed: string;
  readonly details: string;
  /** In the status line, once the code was edited after the last run. */
  readonly changed: string;
  /** Above the panes, when the author's files are no more those that the reader worked on. */
  readonly pageChanged: string;
  /** The way back to what the reader made of the older page. */
  readonly keepMine: string;
  /** Forgets it. */
  readonly takeNew: string;
  /** In the status line, when the project raised an exception while it was loaded. */
  readonly loadError: (error: LoadError) => string;
  /** What the editor shows and speaks, loaded with it. */
  readonly editor: () => Promise<EditorTexts>;
  readonly states: Readonly<Record<PlaygroundState, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
}

export const ENGLISH: Strings = {
  run: 'Run',
  stop: 'Stop',
  reset: 'Reset',
  share: 'Share',
  download: 'Download',
  enlarge: 'Open large',
  restore: 'Back to the page',
  back: 'Back',
  forward: 'Forward',
  reload: 'Reload',
  address: 'Address',
  code: 'Code',
  output: 'Output',
  panes: 'Code and output',
  resizeColumns: 'Width of the code',
  resizeRows: 'Height of the output',
  console: 'Console',
  newLines: count => `${count} new`,
  consoleTexts: async () => (await import('./console-strings.js')).CONSOLE_ENGLISH,
  pane: FILES_ENGLISH,
  giving: async () => (await import('./giving-strings.js')).GIVING_ENGLISH,
  cost: async () => (await import('./cost-strings.js')).COST_ENGLISH,
  chain: async () => (await import('./chain-strings.js')).CHAIN_ENGLISH,
  failed: 'This did not work',
  details: 'Details',
  changed: 'The code has changed. Press Run to see what it does.',
  pageChanged:
    'This page has changed since you last worked here. Your version, with its edits and data, is still kept.',
  keepMine: 'Continue with my version',
  takeNew: 'Forget it and take the new one',
  loadError({type, path, line}) {
    const place =
      path === undefined ? '' : ` in ${path}${line === undefined ? '' : `, line ${line}`}`;
    return `The project could not be loaded: ${type}${place}.`;
  },
  editor: async () => (await import('./editor-strings.js')).EDITOR_ENGLISH,
  states: {
    idle: 'Press Run to start this Django site in your browser.',
    starting: 'The site is starting.',
    ready: 'The site is running.',
    busy: 'Django is at work.',
    stopped: 'The site was stopped. Press Run to start it again.',
    failed: 'The site is not running.',
  },
  stages: {
    download: 'Downloading Python and Django',
    packages: 'Downloading packages',
    compile: 'Preparing Python',
    boot: 'Starting Python',
    setup: 'Loading the project',
    migrate: 'Creating the database',
    respond: 'Asking for the page',
    ready: 'The site is running.',
  },
};
