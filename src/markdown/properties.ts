import type {Attributes} from './fence.js';

/** Attributes as a tree of HTML names and values them. */
export function properties(attributes: Attributes): Record<string, string | true> {
  return Object.fromEntries(
    [...attributes].map(([name, value]) => [
      name.replace(/^data-(.)/, (_, first: string) => `data${first.toUpperCase()}`),
      value === '' ? true : value,
    ]),
  );
}
