/** Where the way from a click to a running site is; in this order. */
export const STAGES = [
  'download',
  'packages',
  'compile',
  'boot',
  'setup',
  'migrate',
  'respond',
  'ready',
] as const;

export type Stage = (typeof STAGES)[number];

/** A step on that way, for progress bars and live regions. */
export interface Progress {
  readonly stage: Stage;
  /** Bytes received so far; only while downloading. */
  readonly loaded?: number;
  /** Bytes in all; only while downloading. */
  readonly total?: number;
}
