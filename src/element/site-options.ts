import type {ProjectFile} from '../protocol/project.js';

/** What a site is made from: the element's files and attributes. */
export interface SiteOptions {
  readonly files: readonly ProjectFile[];
  readonly series: string | null;
  readonly superuser: string | null;
  readonly bare: boolean;
  /** Whether the files are the author's own, unchanged. */
  readonly pristine: boolean;
}
