import {PlaygroundError} from '../../protocol/failure.js';
import {resolve, toChild, type Child, type Said} from './child.js';
import {download, type ContentOptions} from './content.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The files that the `src` of a tag leads to: a zip; JSON, which is an object of texts by path, or
 * a list whose items have the names that a file's markup has, and its text as `content`; or a list
 * of paths relative to it, as JSON or one a line.
 *
 * @param base What `src` is relative to, an absolute URL.
 * @throws PlaygroundError `file-unavailable` or `bad-source`; the signal's reason when aborted.
 */
export async function readSource(
  src: string,
  base: string,
  options: ContentOptions,
): Promise<readonly Child[]> {
  const url = resolve(src, base);
  const fix = 'Correct the src of the playground’s tag.';
  const bytes = await download(url, 'The files of this playground', fix, options);
  if (isZip(bytes)) {
    const {readZip} = await import('./zip.js');
    return readZip(bytes, url);
  }
  return readList(new TextDecoder().decode(bytes).trim(), url);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function readList(text: string, url: string): Child[] {
  if (!/^[[{]/.test(text)) {
    const paths = text.split('\n').map(line => line.trim());
    return paths.filter(path => path && !path.startsWith('#')).map(path => readItem(path, url));
  }
  const json = parse(text, url);
  if (Array.isArray(json)) return json.map(item => readItem(item, url));
  return Object.entries(json as Fields).map(([path, value]) =>
    readItem(
      typeof value === 'string' ? {path, content: value} : {path, ...(value as Fields)},
      url,
    ),
  );
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badSource(url, `is not JSON: ${cause instanceof Error ? cause.message : ''}`, cause);
  }
}

/** Where an item is only a path, the file lies beside the list. */
function readItem(item: unknown, url: string): Child {
  const fields = typeof item === 'string' ? {path: item, src: item} : item;
  if (typeof fields !== 'object' || fields === null || !isFile(fields as Fields)) {
    throw badSource(url, `has an item that is no file: ${JSON.stringify(item)}`);
  }
  const {path, content = '', ...said} = fields as Fields & {path: string; content?: string};
  const get: Said = name => {
    const value = said[name];
    if (value === undefined || value === null || value === false) return null;
    return typeof value === 'string' ? value : '';
  };
  return {...toChild(path, content, get, url), preserveWhitespace: true};
}

function isFile({path, content, src}: Fields): boolean {
  return (
    typeof path === 'string' &&
    (content === undefined || typeof content === 'string') &&
    (src === undefined || typeof src === 'string')
  );
}

/** @param what What is wrong with it, as the rest of a sentence. */
export function badSource(url: string, what: string, cause?: unknown): PlaygroundError {
  return new PlaygroundError(
    {
      code: 'bad-source',
      message:
        `${url}, which the src of this playground names, ${what}. Let it be a zip, a list of ` +
        'paths, or JSON such as {"polls/views.py": "…"}.',
    },
    {cause},
  );
}
