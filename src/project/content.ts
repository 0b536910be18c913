import {PlaygroundError} from '../protocol/failure.js';
import type {Child} from './children.js';
import {dedent} from './dedent.js';

export type Content = string | Uint8Array<ArrayBuffer>;

/** How a file's content is had from a URL; `fetch`, but for tests. */
export type Fetch = (url: string, init: {signal?: AbortSignal}) => Promise<Response>;

export interface ContentOptions {
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a child's file contains: its text, unindented unless the author wants it as it stands, or
 * exactly the bytes behind its `src` or its base64. How to come by bytes is loaded with the first.
 *
 * @throws PlaygroundError `bad-encoding` or `file-unavailable`; the signal's reason when aborted.
 */
export async function readContent(child: Child, options: ContentOptions): Promise<Content> {
  const {path, text, src, encoding, preserveWhitespace} = child;
  if (src === undefined && encoding === undefined) {
    return preserveWhitespace ? text : dedent(text, {python: path.endsWith('.py')});
  }
  const {readBytes} = await import('./bytes.js').catch((cause: unknown) => {
    throw new PlaygroundError(
      {
        code: 'file-unavailable',
        message: `“${path}” could not be loaded. Check your connection and try again.`,
      },
      {cause},
    );
  });
  return readBytes(child, options);
}
