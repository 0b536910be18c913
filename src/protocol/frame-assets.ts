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
  /** The text of a stylesheet: it comes back with the site's files in it. */
  | {readonly kind: 'css'; readonly text: string; readonly base: string};

/** A `Blob`, for which there is no name here: it goes from thread to thread without a copy. */
export interface Bytes {
  readonly size: number;
  readonly type: string;
}

export type AssetAnswer = Bytes | string | null;

/** Answers what one document asks; it never fails. */
export type AnswerAsset = (ask: AssetAsk) => Promise<AssetAnswer>;
