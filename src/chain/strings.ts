/** The texts of steps that build on each other, and of the prose around them. */
export interface ChainStrings {
  /** A step has versions of its own of files that the reader changed. */
  readonly conflict: (paths: readonly string[], mine: readonly string[]) => string;
  readonly compare: string;
  readonly useMine: string;
  readonly useStep: string;
  /** Commands of earlier steps were not run. */
  readonly skipped: (commands: readonly string[]) => string;
  /** Beside it, where the step has data already. */
  readonly anew: string;
  readonly catchUp: string;
  readonly notNow: string;
  readonly catchingUp: (command: string, number: number, count: number) => string;
  readonly caughtUp: string;
  readonly catchUpFailed: (command: string) => string;
  readonly undo: string;
  readonly dismiss: string;
  /** What a click on something in the prose does. */
  readonly runHere: string;
  readonly showPage: string;
  readonly showFile: string;
  /** States of a command in the prose. */
  readonly states: Readonly<Record<'busy' | 'done' | 'failed', string>>;
  readonly noFile: (path: string) => string;
}
