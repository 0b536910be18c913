import {PlaygroundError} from '../protocol/failure.js';
import {markup} from './check-files.js';
import type {Child} from './children.js';
import type {Content, ContentOptions} from './content.js';

/**
 * What a child's file contains whose bytes are behind its `src` or in its base64; text where they
 * are that.
 *
 * @throws PlaygroundError `bad-encoding` or `file-unavailable`; the signal's reason when aborted.
 */
export async function readBytes(child: Child, options: ContentOptions): Promise<Content> {
  const {path, text, src, encoding} = child;
  options.signal?.throwIfAborted();
  if (encoding !== undefined && encoding !== 'base64') {
    throw new PlaygroundError({
      code: 'bad-encoding',
      message:
        `“${path}” has the encoding “${encoding}”, which is not known here. ` +
        `Write text as it is, and bytes as ${markup(path, 'encoding="base64"')}.`,
    });
  }
  if (src === undefined) return textOrBytes(decodeBase64(path, text));
  const bytes = await download(path, src, options);
  return textOrBytes(encoding ? decodeBase64(path, new TextDecoder().decode(bytes)) : bytes);
}

async function download(
  path: string,
  src: string,
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
        message:
          `“${path}” could not be loaded from ${src}: ${reason}. ` +
          `Correct the address in ${markup(path, 'src="…"')}, or put the file's text inside the tag.`,
      },
      {cause},
    );
  }
}

function decodeBase64(path: string, text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
  } catch (cause) {
    throw new PlaygroundError(
      {
        code: 'bad-encoding',
        message:
          `“${path}” is not valid base64. Encode the file's bytes again, ` +
          `or leave encoding="base64" out of ${markup(path)} if it is text.`,
      },
      {cause},
    );
  }
}

/** Text where the bytes are UTF-8, and the same bytes again when encoded; else the bytes. */
function textOrBytes(bytes: Uint8Array<ArrayBuffer>): Content {
  if (bytes.includes(0)) return bytes;
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return bytes;
  }
}
