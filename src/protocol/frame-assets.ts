/**
 * What a document asks of the site once a script has named it: no markup said it before, so that
 * it could not be put in. The guest sends one end of a channel with each question; the answer is
 * the only message that comes over it.
 */

/** What a file is for, by the name `Sec-Fetch-Dest` has for it. */
export type LateDestination =
  'audio' | 'embed' | 'font' | 'image' | 'object' | 'script' | 'style' | 'track' | 'video';

export type AssetAsk =
  /** A file of the site, by its absolute URL: a Blob comes, and `null` where it cannot be had. */
  | {readonly kind: 'file'; readonly url: string; readonly destination: LateDestination}
  /** What a script at `base` imports. */
  | {readonly kind: 'module'; readonly specifier: string; readonly base: string}
  /** The text of a stylesheet: it comes back with the site's files in it. */
  | {readonly kind: 'css'; readonly text: string; readonly base: string}
  /** The markup of a whole document: it comes back as one that needs nothing else of the site. */
  | {readonly kind: 'html'; readonly text: string; readonly base: string};

/** A module that is not in the document's import map. */
export type LateModule =
  /** Every second part is the absolute URL of a module before it in the list. */
  | {readonly url: string; readonly parts: readonly string[]}
  /** One that is no script. */
  | {readonly url: string; readonly parts: null; readonly dataUrl: string};

/** A module with all that it imports. */
export interface ModuleAnswer {
  /** Its absolute URL, or what the document can import it by where it is not in the list. */
  readonly entry: string;
  /** Each after those that it imports. */
  readonly modules: readonly LateModule[];
}

/** A function: imports, for a text with this absolute URL, what only turns out when it runs. */
export const GUEST_IMPORT = 'djangoPlaygroundImport';

/** A `Blob`, for which there is no name here: it goes from thread to thread without a copy. */
export interface Bytes {
  readonly size: number;
  readonly type: string;
}

export type AssetAnswer = Bytes | ModuleAnswer | string | null;

/** Answers what one document asks; it never fails. */
export type AnswerAsset = (ask: AssetAsk) => Promise<AssetAnswer>;
