import type {ReadmeText} from './readme.js';

/** Every text, but the buttons', of what a project is given away with, taken back with and looked at more largely. */
export interface GivingStrings {
  /** Name of the full page. */
  readonly enlarged: string;
  readonly dismiss: string;
  readonly undo: string;

  /** In the menu of Download, where there is data. */
  readonly withData: string;
  readonly withoutData: string;
  /** The `README.md` of a download; English by default. */
  readonly readme?: ReadmeText;

  /** Once a link was copied. */
  readonly linkCopied: (kilobytes: string) => string;
  /** Once one was made that is too long for many programs. */
  readonly linkTooLong: (kilobytes: string) => string;
  /** Title of the dialog with a link that the browser does not let us copy. */
  readonly link: string;
  readonly linkHint: (kilobytes: string) => string;
  readonly close: string;

  /** Above the code that a link brought. */
  readonly linkOpened: string;
  /** Added to it where using the link's version replaces the reader's own. */
  readonly linkReplaces: string;
  readonly useLink: string;
  readonly refuseLink: string;

  /** In the menu of Reset. */
  readonly resetFile: (path: string) => string;
  readonly resetFiles: string;
  readonly resetData: string;
  readonly resetAll: string;
  /** What each of them takes back, in a few words. */
  readonly resetFileHint: string;
  readonly resetFilesHint: string;
  readonly resetDataHint: string;
  readonly resetAllHint: string;
  /** Said once it was done. */
  readonly fileReset: (path: string) => string;
  readonly filesReset: string;
  readonly dataReset: string;
  readonly allReset: string;

  /** Name of the list below the address line. */
  readonly addresses: string;
}
