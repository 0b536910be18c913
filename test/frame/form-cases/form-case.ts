/** A file that is chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** One thing done in the page; elements are named by selectors. */
export type Action =
  | {readonly do: 'click'; readonly on: string}
  /** A click at a place of an image button, in CSS pixels from its corner. */
  | {readonly do: 'clickAt'; readonly on: string; readonly x: number; readonly y: number}
  | {readonly do: 'fill'; readonly on: string; readonly value: string}
  | {readonly do: 'choose'; readonly on: string; readonly files: readonly ChosenFile[]}
  /** `form.submit()` */
  | {readonly do: 'submit'; readonly on: string}
  /** `form.requestSubmit(submitter)` */
  | {readonly do: 'requestSubmit'; readonly on: string; readonly submitter?: string}
  /** Anything else, as JavaScript. */
  | {readonly do: 'run'; readonly code: string};

export interface FormCase {
  readonly name: string;
  /** Markup of the page's body. Addresses are relative to `/echo/<key>/form/`. */
  readonly html: string;
  readonly actions: readonly Action[];
  /** Nothing is sent at all; `engine` where browsers differ. */
  readonly sendsNothing?: boolean | 'engine';
}

/** A click on the button that {@link clicked} and most other cases have. */
export const go: Action = {do: 'click', on: '#go'};

export const GO = '<button id=go>Go</button>';

/** A form of one kind with one button, which is clicked. */
export function clicked(
  name: string,
  attributes: string,
  controls: string,
  ...before: Action[]
): FormCase {
  return {name, html: `<form ${attributes}>${controls}${GO}</form>`, actions: [...before, go]};
}

/** Attributes of forms. */
export const MULTIPART = 'method=post enctype=multipart/form-data action=../save/';
export const URLENCODED = 'method=post action=../save/';
export const PLAIN = 'method=post enctype=text/plain action=../save/';

/** Files to choose. */
export const note: ChosenFile = {
  name: 'note.txt',
  type: 'text/plain',
  content: 'Line one\nline two\r\n',
};
export const odd: ChosenFile = {
  name: 'naïve "quoted"; x\\y.csv',
  type: 'text/csv',
  content: 'a,b\n',
};
export const untyped: ChosenFile = {name: 'data', type: '', content: '\u0000\u0001'};

/** Text to fill in. */
export const NEWLINES = 'one\ntwo\rthree\r\nfour\n\nfive';
export const SPECIAL = 'a+b c&d=e;f%20/?#~!*()\'"<>[]{}|\\^`\u00a0é€😀';
