/** What a page decides for all its playgrounds together. */
export interface Configuration {
  /**
   * The most Python interpreters that are alive at a time, two at least; sites beyond that sleep
   * and wake when they are used. By default 2 on small devices, else 4.
   */
  readonly interpreters?: number;
  /**
   * Whether one that has run nothing is kept ready, which makes edits quicker. By default it is,
   * unless the reader asked the browser to save data.
   */
  readonly spare?: boolean;
  /** Whether snapshots are kept in the browser, which make the next visit quicker. By default yes. */
  readonly snapshots?: boolean;
  /** Bytes that snapshots may take in the reader's browser. By default 256 MB. */
  readonly storage?: number;
}

let configuration: Configuration = {};

/** Decide for all playgrounds of the page. To be called before the first of them runs. */
export function configure(changes: Configuration): void {
  configuration = {...configuration, ...changes};
}

export function configured(): Configuration {
  return configuration;
}
