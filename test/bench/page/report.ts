/** What a page of the benchmark has found out, on its way to the process that runs it. */

/** Milliseconds, unless the name of the measure says otherwise. */
export interface Finding {
  readonly name: string;
  readonly value: number;
}

/** Something that could not be measured, and why. */
export interface Fault {
  readonly name: string;
  readonly reason: string;
}

export interface Report {
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
}

/** What a page asks of the process that runs it. */
export type Question =
  | {readonly kind: 'report'; readonly report: Report}
  /** Answered once the browser has nothing to do any more. */
  | {readonly kind: 'quiet'}
  /** Answered with a {@link Sample}. */
  | {readonly kind: 'sample'}
  /** Answered with the {@link Transfer} since this was last asked. */
  | {readonly kind: 'bytes'};

/** A browser as the system sees it. */
export interface Sample {
  /** Of all processes that run pages, what is theirs alone and their share of the rest, in bytes. */
  readonly memory: number;
  /** Worker threads. */
  readonly workers: number;
}

/** What was sent of the package, or of what a reference is made of. */
export interface Transfer {
  /** Bytes over the wire to a browser that knows brotli … */
  readonly brotli: number;
  /** … and to one that knows gzip only. */
  readonly gzip: number;
  /** How many files of Pyodide and Django are among it. */
  readonly runtimeFiles: number;
}
