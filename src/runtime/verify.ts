import {sha256} from '@noble/hashes/sha2.js';
import {OtherFile} from './other-file.js';

/**
 * Compare a file with its hash.
 *
 * @param integrity SHA-256 in the form of an `integrity` attribute.
 * @throws OtherFile where it is another file.
 */
export async function verify(file: Blob, integrity: string): Promise<void> {
  const hash = await digest(await file.arrayBuffer());
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) throw new OtherFile();
}

/** Pages that came over plain HTTP have no hashes of the browser's own. */
async function digest(bytes: ArrayBuffer): Promise<Uint8Array> {
  if (!isSecureContext) return sha256(new Uint8Array(bytes));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
