/**
 * Django's series that a runtime is built for. A new one needs a line here, and a word in the guide;
 * the build pins what it holds in `python/requirements/`.
 */
export const SERIES: readonly string[] = ['5.2', '6.1'];

/** Used where an author names none. */
export const DEFAULT_SERIES = '5.2';

/** The Python inside Pyodide: `major.minor`. */
export const PYTHON_VERSION = '3.14';
