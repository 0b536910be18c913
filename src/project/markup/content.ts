import {PlaygroundError} from '../../protocol/failure.js';
import {markup} from '../check-files.js';
import {dedent} from '../dedent.js';
import {codeOnly} from '../python-tokens.js';
import {decodeBase64, textOrBytes, type Content} from './bytes.js';
import type {Child} from './child.js';

/** How a file's content is had from a URL; `fetch`, but for tests. */
export type Fetch = (url: string, init: {signal?: AbortSignal}) => Promise<Response>;

export interface ContentOptions {
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a file contains: its text, unindented unless the author wants it as it stands, or exactly
 * the bytes behind its `src` or its base64; text where they are that.
 *
 * @throws PlaygroundError `bad-encoding` or `file-unavailable`; the signal's reason when aborted.
 */
export async function readContent(child: Child, options: ContentOptions): Promise<Content> {
  const {path, content, src, encoding, preserveWhitespace} = child;
  options.signal?.throwIfAborted();
  if (encoding !== undefined && encoding !== 'base64') {
    throw new PlaygroundError({
      code: 'bad-encoding',
      message:
        `“${path}” has the encoding “${encoding}”, which is not known here. ` +
        `Write text as it is, and bytes as ${markup(path, 'encoding="base64"')}.`,
    });
  }
  if (src !== undefined) {
    const fix = `Correct the address in ${markup(path, 'src="…"')}, or put the file's text inside the tag.`;
    const bytes = await download(src, `“${path}”`, fix, options);
    return textOrBytes(encoding ? decodeBase64(path, new TextDecoder().decode(bytes)) : bytes);
  }
  if (typeof content !== 'string') return textOrBytes(content);
  if (encoding) return textOrBytes(decodeBase64(path, content));
  return preserveWhitespace
    ? content
    : dedent(content, path.endsWith('.py') ? codeOnly : undefined);
}

/**
 * @param what What is loaded, for the message.
 * @param fix What its author can do, one sentence.
 * @throws PlaygroundError `file-unavailable`; the signal's reason when aborted.
 */
export async function download(
  src: string,
  what: string,
  fix: string,
  {fetch, signal}: ContentOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(src, {...(signal && {signal})});
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    signal?.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PlaygroundError(
      {
        code: 'file-unavailable',
        message: `${what} could not be loaded from ${src}: ${reason}. ${fix}`,
      },
      {cause},
    );
  }
}
