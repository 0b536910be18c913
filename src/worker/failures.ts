import {PlaygroundError, type Failure} from '../protocol/failure.js';

/** Whatever was thrown, as data. */
export function toFailure(error: unknown): Failure {
  if (error instanceof PlaygroundError) return error.toFailure();
  if (!(error instanceof Error)) return {code: 'internal', message: String(error)};
  if (error.name === 'PythonError') {
    return {code: 'internal', message: `The Python side failed: ${error.message}`};
  }
  // Anything else came out of WebAssembly: a stack overflow, exhausted memory, a broken module.
  return {
    code: 'crashed',
    message: `The Python interpreter crashed (${error.message}). Run the site again: what was saved before this request is still there.`,
    ...(error.stack !== undefined && {detail: error.stack}),
  };
}

/** Whether Pyodide can do nothing more after an error. It says so on the error itself. */
export function isFatal(error: unknown): boolean {
  return error instanceof Error && 'pyodide_fatal_error' in error;
}
