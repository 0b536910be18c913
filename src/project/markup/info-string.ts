/** Words of an info string that say the path, the first one first. */
const PATH_WORDS = ['path', 'title', 'file', 'filename'];

/** Where renderers keep what stands behind the language of a fence. */
const KEPT_AS = ['data-meta', 'data-info', 'data-metastring', 'metastring'];

/**
 * What the info string of a fence says, where its renderer keeps it: in an attribute, or among the
 * classes (`language-python:polls/views.py`, `path=polls/views.py`).
 *
 * @param chain The block and its wrappers.
 */
export function readInfo(chain: readonly Element[]): ReadonlyMap<string, string> {
  const kept = KEPT_AS.flatMap(name => chain.map(element => element.getAttribute(name)));
  const words = new Map(kept.flatMap(text => readWords(text ?? '')));
  const path =
    PATH_WORDS.map(name => words.get(name)).find(value => isPath(value)) ?? classPath(chain);
  if (path !== undefined) words.set('path', path);
  return words;
}

function readWords(text: string): [string, string][] {
  const words = text.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))?/g);
  return [...words].map(([, name = '', ...values]) => [name, values.find(Boolean) ?? '']);
}

function classPath(chain: readonly Element[]): string | undefined {
  for (const name of chain.flatMap(({classList}) => [...classList])) {
    const [, path] = /^(?:(?:language-|lang-)?[\w+-]+:|path=)(.+)$/.exec(name) ?? [];
    if (isPath(path)) return path;
  }
  return undefined;
}

const FILE_NAME =
  /^[\w./@+~-]+\.(?:py|pyi|html?|css|m?js|json|txt|md|rst|xml|svg|csv|toml|ya?ml|po|sql|ini|cfg|sh)$/i;

/** Whether a text that need not be a path is one; what an author calls a path may be any. */
export function isPath(text: string | undefined): text is string {
  return text !== undefined && FILE_NAME.test(text);
}
