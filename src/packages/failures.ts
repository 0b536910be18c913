import {PlaygroundError} from '../protocol/failure.js';

/** A line that asks for no package. */
export function badRequirement(line: string, why: string): PlaygroundError {
  return new PlaygroundError({
    code: 'bad-requirement',
    message:
      `The requirement “${line}” cannot be used: ${why}. Write a package’s name, for example ` +
      'django-filter==25.1, or the address of its wheel, one a line.',
  });
}

/** A package that cannot be had. */
export function unavailable(message: string, cause?: unknown): PlaygroundError {
  return new PlaygroundError({code: 'package-unavailable', message}, {cause});
}

/** A package that is there, but not for here. */
export function unfit(message: string, cause?: unknown): PlaygroundError {
  return new PlaygroundError({code: 'package-unfit', message}, {cause});
}

/** Packages of which one excludes the other. */
export function conflict(message: string): PlaygroundError {
  return new PlaygroundError({code: 'package-conflict', message});
}

/** What is compiled for a processor, in words. */
export const COMPILED =
  'has parts that are compiled for one kind of computer, and not for Python in a browser';
