import type {ProjectFile} from '../protocol/project.js';
import type {SiteAttributes} from './site-attributes.js';

/** What a site is made from: the element's files and attributes. */
export interface SiteOptions {
  readonly files: readonly ProjectFile[];
  readonly attributes: Pick<
    SiteAttributes,
    'django' | 'superuser' | 'bare' | 'requirements' | 'visitors' | 'strings'
  >;
  /** Whether the files are the author's own, unchanged. */
  readonly pristine: boolean;
  /** Whether it runs by itself: the page stays in sight, and stays where it would be an error. */
  readonly isQuiet: boolean;
}
