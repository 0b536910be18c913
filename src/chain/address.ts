import {PlaygroundError} from '../protocol/failure.js';

/** Where a step of a chain is: a page, and an element in it. */
export interface StepAddress {
  /** Absolute URL of the page, without fragment; `undefined` for the one that names the step. */
  readonly page: string | undefined;
  readonly id: string;
}

/**
 * What an `extends` attribute names.
 *
 * @param text e.g. `#step-1` or `../part1/#step-1`.
 * @param base URL of the page that it stands in.
 * @throws PlaygroundError `bad-extends`.
 */
export function parseAddress(text: string, base: string): StepAddress {
  const written = text.trim();
  const url = URL.canParse(written, base) ? new URL(written, base) : undefined;
  const id = url && decode(url.hash.slice(1));
  if (!url || !id) {
    throw badExtends(
      `extends="${text}" names no playground. Write the id of the step that this one builds on, ` +
        'for example extends="#step-1" or extends="../part1/#step-1".',
    );
  }
  url.hash = '';
  // A fragment alone means this page, also where a `<base>` leads elsewhere.
  const isHere = written.startsWith('#') || pageName(url.href) === pageName(base);
  return {page: isHere ? undefined : url.href, id};
}

/** A page under its one name: with a file's name left out that a host may leave out as well. */
export function pageName(url: string): string {
  const {origin, pathname} = new URL(url);
  return origin + pathname.replace(/(?:(?<=\/)index)?\.html?$/, '');
}

/** An author's markup that makes no chain. */
export function badExtends(message: string): PlaygroundError {
  return new PlaygroundError({code: 'bad-extends', message});
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
