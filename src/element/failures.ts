/** Failures of the element's own making. */
import {PlaygroundError} from '../protocol/failure.js';
import type {LoadError} from '../protocol/interpreter.js';

/** Of what needs a site that runs. */
export function stopped(): PlaygroundError {
  return new PlaygroundError({
    code: 'stopped',
    message: 'The site is not running. Press Run to start it.',
  });
}

/** Of a project that raised as it was loaded. */
export function loadFailed({type, message, traceback}: LoadError): PlaygroundError {
  return new PlaygroundError({
    code: 'load-failed',
    message: `The project could not be loaded: ${type}: ${message}`,
    detail: traceback,
  });
}

/** Whatever was thrown, as a failure. */
export function toPlaygroundError(cause: unknown): PlaygroundError {
  if (cause instanceof PlaygroundError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new PlaygroundError({code: 'internal', message}, {cause});
}
