/** Where things lie. Everything made lies in `.cache/` or `dist/`; neither is committed. */
import {join, resolve} from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const CACHE = join(ROOT, '.cache');
export const DIST = join(ROOT, 'dist');
export const PYTHON = join(ROOT, 'python');
/** One pinned list of packages for each series, e.g. `django-5.2.txt`. */
export const REQUIREMENTS = join(PYTHON, 'requirements');
/** One folder for each series, as it would lie in site-packages. */
export const SITE_PACKAGES = join(CACHE, 'site-packages');
/** What a browser loads: `manifest.json` and the files it names. */
export const RUNTIME = join(CACHE, 'runtime');
