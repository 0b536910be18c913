import type {ProjectFile} from '../protocol/project.js';

/** What a site is made from: the element's files and attributes. */
export interface SiteOptions {
  readonly files: readonly ProjectFile[];
  readonly series: string | null;
  readonly superuser: string | null;
  readonly bare: boolean;
  /** Packages, with spaces or commas between them, beside those of a `requirements.txt`. */
  readonly requirements: string | null;
  /** Whether the files are the author's own, unchanged. */
  readonly pristine: boolean;
  /** Whether it runs by itself: the page stays in sight, and stays where it would be an error. */
  readonly isQuiet: boolean;
}
