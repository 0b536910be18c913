/** Why something could not be done. Each code has one message, one test and a way on. */
export type FailureCode =
  // The author's markup
  | 'file-without-path'
  | 'duplicate-path'
  | 'bad-path'
  | 'bad-encoding'
  | 'file-unavailable'
  | 'bad-source'
  | 'unknown-series'
  | 'bad-superuser'
  | 'bad-region'
  | 'no-files'
  | 'bad-extends'
  | 'step-unavailable'
  // What somebody gave
  | 'bad-link'
  // Packages
  | 'bad-requirement'
  | 'package-unavailable'
  | 'package-unfit'
  | 'package-conflict'
  // The runtime
  | 'runtime-unavailable'
  | 'wasm-blocked'
  | 'worker-blocked'
  | 'boot-failed'
  | 'snapshot-refused'
  | 'not-snapshotted'
  // The site
  | 'bad-redirect'
  | 'not-possible'
  // The interpreter
  | 'load-failed'
  | 'stopped'
  | 'asleep'
  | 'crashed'
  | 'response-too-large'
  | 'response-broken'
  | 'bad-request'
  | 'bad-file'
  | 'internal';

/** A failure as data, so that it can cross from one thread to another. */
export interface Failure {
  readonly code: FailureCode;
  /** One or two sentences for a person: what happened and what to do. */
  readonly message: string;
  /** A traceback or another longer text, where there is one. */
  readonly detail?: string;
}

/** The one error of the machinery: what is not Django's to say. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
  readonly code: FailureCode;
  readonly detail: string | undefined;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.code = failure.code;
    this.detail = failure.detail;
  }

  /** This error as data, to be posted. */
  toFailure(): Failure {
    return {
      code: this.code,
      message: this.message,
      ...(this.detail !== undefined && {detail: this.detail}),
    };
  }
}
