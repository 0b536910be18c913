import {createHash} from 'node:crypto';

/** SHA-256 of some bytes or text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** As many digits of a hash as a file's name needs. */
export function shortHash(content: Uint8Array | string): string {
  return sha256(content).slice(0, 16);
}

/** SHA-256 in the form of an `integrity` attribute. */
export function integrity(content: Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
