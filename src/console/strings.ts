/** Every text the console shows or speaks. */
export interface ConsoleStrings {
  /** The log's accessible name. */
  readonly log: string;
  readonly clear: string;
  /** The accessible name of the choice of kinds. */
  readonly show: string;
  readonly kinds: Readonly<Record<'all' | 'requests' | 'output' | 'problems', string>>;
  /** What the field for a text to look for is called. */
  readonly find: string;
  /** In place of the log while there is nothing in it. */
  readonly empty: string;
  /** In place of the log while a filter hides all of it. */
  readonly noneFound: string;
  /** The command line's accessible name, by what it is for. */
  readonly commandLine: string;
  readonly shellLine: string;
  readonly answer: string;
  readonly secretAnswer: string;
  /** Said in the empty command line. */
  readonly placeholder: string;
  /** The list of suggestions' accessible name. */
  readonly suggestions: string;
  readonly interrupt: string;
  /** The button that puts a command into the command line. */
  readonly fillIn: (command: string) => string;
  readonly queries: (count: number) => string;
  readonly milliseconds: (duration: number) => string;
  /** Many requests for static files in one line. */
  readonly staticFiles: (count: number) => string;
  readonly exitCode: (code: number) => string;
  readonly tests: (passed: number, failed: number, skipped: number) => string;
  /** What an e-mail that the site sent is called, and its parts. */
  readonly mail: {
    readonly name: string;
    /** In place of a subject where there is none. */
    readonly noSubject: string;
    readonly from: string;
    readonly to: string;
    readonly cc: string;
    readonly bcc: string;
    readonly replyTo: string;
    readonly attachments: string;
    /** What leads to the source of the HTML. */
    readonly html: string;
    readonly attachment: (name: string, type: string, bytes: number) => string;
  };
  /** The accessible name of a link to a page of the site. */
  readonly goToPage: (path: string) => string;
  /** The accessible name of a link to a place in a file. */
  readonly goTo: (path: string, line: number) => string;
  /** The shell is gone with the interpreter it was in. */
  readonly shellGone: string;
  /** How to leave the shell, said when it begins. */
  readonly shellHint: string;
  /** What is said of a site that runs by itself. */
  readonly live: {
    /** It waits, because a file has a syntax error. */
    readonly unfinished: (path: string) => string;
    /** The page is of an earlier version, because this one fails. */
    readonly kept: (error: string) => string;
  };
}
