import {PlaygroundError} from '../../protocol/failure.js';
import {markup} from '../check-files.js';

export type Content = string | Uint8Array<ArrayBuffer>;

/** @throws PlaygroundError `bad-encoding`. */
export function decodeBase64(path: string, text: string): Uint8Array<ArrayBuffer> {
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
export function textOrBytes(bytes: Uint8Array<ArrayBuffer>): Content {
  if (bytes.includes(0)) return bytes;
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return bytes;
  }
}
