import {readMarks, type FileMarks} from '../plain-scripts.js';

/** What the markup of one file says, before anything is loaded. */
export interface Child extends FileMarks {
  /** Empty where the author gave none. */
  readonly path: string;
  /** The text of a script or a block, or bytes that are here already; `''` beside `src`. */
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** Absolute URL of the content. */
  readonly src?: string;
  /** As written, in lower case. */
  readonly encoding?: string;
  readonly preserveWhitespace?: boolean;
  /** Names a file of the step before that goes; it says nothing else. */
  readonly deleted?: boolean;
}

/** The value of what is said of a file, by its name in markup; `null` where it is not said. */
export type Said = (name: string) => string | null;

/** @param base An absolute URL that addresses are relative to. */
export function toChild(path: string, content: Child['content'], get: Said, base: string): Child {
  const src = get('src');
  const encoding = get('encoding')?.trim().toLowerCase();
  return {
    path: path.trim(),
    content: src === null ? content : '',
    ...(src !== null && {src: resolve(src, base)}),
    ...(encoding && {encoding}),
    ...(get('preserve-whitespace') !== null && {preserveWhitespace: true}),
    ...(get('delete') !== null && {deleted: true}),
    ...readMarks(get),
  };
}

/** A URL that cannot be resolved is left as it is, for the request to fail on. */
export function resolve(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}
