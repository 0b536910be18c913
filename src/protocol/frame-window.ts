/**
 * What windows of one site say of each other. Each is a frame of an origin of its own, so that a
 * script in one has nothing of another but messages, which the host carries.
 */

/**
 * How a document calls another window of its site: {@link OPENER}, or by a word that it made up
 * when it opened it. Windows that say nothing of each other cannot guess such words.
 */
export type WindowId = string;

/** What a window calls the one that opened it. */
export const OPENER: WindowId = 'opener';

/** What a window calls itself. */
export const SELF: WindowId = 'self';

/** A window that is asked for by a link, a form or a script. One that has the id or name is meant. */
export interface WantedWindow {
  readonly id: WindowId;
  /** What links and forms call it; `''` where nobody does. */
  readonly name: string;
  /** Whether it may know who opened it. */
  readonly hasOpener: boolean;
}

/** What a document should know of the window it is shown in. */
export interface OwnWindow {
  readonly name: string;
  /** Whether a script opened it, which can be told. */
  readonly hasOpener: boolean;
}

/** What a script in one window does to another. */
export type WindowAction =
  | {readonly act: 'close' | 'focus'}
  /** `postMessage`. */
  | {readonly act: 'post'; readonly data: unknown}
  | WindowUse;

/** What a script calls or sets of another window. */
export interface WindowUse {
  readonly act: 'call' | 'set';
  /** What earlier calls came to, by their `result`; 0 is the window itself. */
  readonly on: number;
  /** The names that lead from there to what is called or set, one at least. */
  readonly path: readonly string[];
  readonly args: readonly unknown[];
  /** Which of the arguments are the window that calls. */
  readonly own: readonly number[];
  /** What the value of a call is kept as, above 0. */
  readonly result: number;
}
