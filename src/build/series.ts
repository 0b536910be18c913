/** Django's series that a runtime is built for. */
export const SERIES: readonly string[] = ['5.2', '6.1'];

/** Used where an author names none. */
export const DEFAULT_SERIES = '5.2';

/** The Python inside Pyodide: `major.minor`. */
export const PYTHON_VERSION = '3.14';
