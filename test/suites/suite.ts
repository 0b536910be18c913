/** What the suites of others have in common: pages that report what became of their tests. */
import type {Engine} from '../setup/browsers.js';

/** A test of a page. */
export interface Result {
  readonly name: string;
  readonly status: string;
  readonly message: string;
}

/** What a page posts to the window above all others, once it is through. */
export interface Report {
  /** Its address, with its query. */
  readonly path: string;
  /** How the page itself fared, e.g. `OK` or `TIMEOUT`. */
  readonly whole: string;
  readonly message: string;
  readonly results: readonly Result[];
}

/** A page of tests. */
export interface Page {
  /** Its address on the site, e.g. `/xhr/abort.html`. */
  readonly path: string;
  /** Milliseconds after which nothing more is expected of it. */
  readonly patience: number;
  /** Why it is not among the pages that the rate is of. */
  readonly leftOut?: string | undefined;
}

/** Something that differs inside, and why. */
export interface Difference {
  readonly reason: string;
  /** All engines where there are none. */
  readonly engines?: readonly Engine[];
  /** Whether it may also be the same, because it depends on time. */
  readonly sometimes?: true;
  /** Addresses of pages, or of a page and the name of a test after a space; `*` is any text. */
  readonly tests: readonly string[];
}

export interface Suite {
  readonly name: string;
  /** A public repository, and its commit. */
  readonly repository: string;
  readonly commit: string;
  /** The engines in which it is known what differs. */
  readonly engines: readonly Engine[];
  /** Folders and files that are needed of it. */
  readonly paths: readonly string[];
  /** The status of a test that has passed. */
  readonly passed: string;
  /** How much of what passes outside has to pass inside, from 0 to 1. */
  readonly bar: number;
  readonly differences: readonly Difference[];
  /** @param checkout where the repository's files are. */
  pages(checkout: string): Promise<readonly Page[]>;
  /** The files of the site, as a project of Django with the package `suite`. */
  site(checkout: string): Promise<Readonly<Record<string, Uint8Array>>>;
}
