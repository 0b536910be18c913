import type {Attributes} from './fence.js';

/** Attributes as a tree of HTML names and values them. */
export function properties(attributes: Attributes): Record<string, string | true> {
  return Object.fromEntries(
    [...attributes].map(([name, value]) => [
      name.startsWith('data-')
        ? name.replaceAll(/-(.)/g, (_, first: string) => first.toUpperCase())
        : name,
      value === '' ? true : value,
    ]),
  );
}
