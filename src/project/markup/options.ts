import type {Fetch} from './content.js';

/** How the files of a tag are had. */
export interface MarkupOptions {
  /** How to have what is behind an address; `fetch`, but for tests. */
  readonly fetch?: Fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * What addresses in the markup are relative to, an absolute URL. That of the document by default,
   * which one that was parsed from another page's text does not know.
   */
  readonly base?: string | undefined;
}
