import type {RuntimeManifest} from '../protocol/runtime.js';

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
  /**
   * Address of a package index that this page may read, the one above the names of packages, e.g.
   * `/simple/`. Requirements that are names are looked up there. By default there is none.
   */
  readonly packageIndex?: string | undefined;
  /**
   * Address of a folder with Pyodide's distribution, in the version that the runtime has: the one
   * where `pyodide-lock.json` lies, e.g. `/pyodide/`. The packages in it, compiled ones too, are
   * taken from there. By default there is none.
   */
  readonly pyodideDistribution?: string | undefined;
  /**
   * The manifest of a runtime of one's own, as its build made it. By default it is that of the
   * package.
   */
  readonly manifest?: RuntimeManifest;
  /**
   * Address of the package's folder `runtime/`, for bundlers that leave it where it was, e.g.
   * `/assets/runtime/`. By default it is found from the script itself.
   */
  readonly runtime?: string;
  /**
   * Whether pages of the site are shown in a frame that has a file of that folder as its address,
   * and so not the Content-Security-Policy of the page: with it, the page need not allow inline
   * scripts. By default the frame has no address, and the page's policy.
   */
  readonly frameFile?: boolean;
}

let configuration: Configuration = {};

/** Decide for all playgrounds of the page. To be called before the first of them runs. */
export function configure(changes: Configuration): void {
  configuration = {...configuration, ...changes};
}

export function configured(): Configuration {
  return configuration;
}
