/** A visitor as the author announces them. */
export interface ExpectedVisitor {
  readonly name: string;
  /** Where they begin; where the site begins, unless told. */
  readonly path: string | undefined;
}

/** Most that are shown beside each other. */
const MOST = 4;

/**
 * Reads the `visitors` of a tag: how many there are, or their names, each with a path behind it
 * where they begin elsewhere.
 *
 * @param text e.g. `2` or `Ann, Ben /admin/`.
 * @param nameOf What one is called who has no name, counted from 1.
 * @returns two to four; none where one sees the site, as without the attribute.
 */
export function readVisitors(
  text: string,
  nameOf: (number: number) => string,
): readonly ExpectedVisitor[] {
  const words = text.trim();
  const list = /^\d+$/.test(words)
    ? Array.from({length: Math.min(Number(words), MOST)}, () => '')
    : words.split(',').slice(0, MOST);
  if (list.length < 2) return [];
  return list.map((word, index) => {
    const [, name = '', path] = /^(.*?)\s*(\/\S*)?$/s.exec(word.trim()) ?? [];
    return {name: name || nameOf(index + 1), path};
  });
}
