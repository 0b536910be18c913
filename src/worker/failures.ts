import {PlaygroundError, type Failure, type FailureCode} from '../protocol/failure.js';

/** Exceptions of the Python side that are the page's to explain, and the code of each. */
const CODES: Readonly<Record<string, FailureCode>> = {
  ResponseTooLarge: 'response-too-large',
  BadRequest: 'bad-request',
};

/** Whatever was thrown, as data. */
export function toFailure(error: unknown): Failure {
  if (error instanceof PlaygroundError) return error.toFailure();
  if (!(error instanceof Error)) return {code: 'internal', message: String(error)};
  if (error.name === 'PythonError') {
    const type = (error as Error & {type: string}).type;
    const lines = error.message.trimEnd().split('\n');
    const last = lines.at(-1) ?? type;
    const message = last.slice(last.indexOf(': ') + 2);
    return {code: CODES[type] ?? 'internal', message, detail: error.message};
  }
  // Anything else came out of WebAssembly: a stack overflow, exhausted memory, a broken module.
  return {
    code: 'crashed',
    message: `The Python interpreter crashed (${error.message}). Run the site again: what was saved before this request is still there.`,
    ...(error.stack !== undefined && {detail: error.stack}),
  };
}
