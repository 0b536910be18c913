/** What is said in one line, by name; a word that stands alone has the value `''`. */
export type Words = ReadonlyMap<string, string>;

const WORD = /([^\s={}"']+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s{}]*)))?/g;

/**
 * The words of an info string: `name=value`, `name="a value"` or `name`, apart or in braces. Where
 * one is said twice, the first counts.
 */
export function readWords(text: string): Words {
  const words = new Map<string, string>();
  for (const [, name = '', inDouble, inSingle, bare] of text.matchAll(WORD)) {
    if (!words.has(name)) words.set(name, inDouble ?? inSingle ?? bare ?? '');
  }
  return words;
}

/** The text without some of its words, for whoever reads the others. */
export function withoutWords(text: string, names: ReadonlySet<string>): string {
  return text
    .replace(WORD, (word, name: string) => (names.has(name) ? '' : word))
    .replace(/\{\s*\}/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
