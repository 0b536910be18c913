import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js';

/** SHA-256 in hexadecimal. Pages that came over plain HTTP have no hashes of the browser's own. */
export async function digest(content: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
  if (!isSecureContext) return bytesToHex(sha256(bytes));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())));
}
