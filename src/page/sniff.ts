/** Bytes looked at. */
const ENOUGH = 512;

/**
 * The type of a response that names none: HTML where it begins like it, text where it could be
 * text, otherwise bytes to be saved.
 */
export function sniff(bytes: Uint8Array<ArrayBuffer>): string {
  const start = bytes.subarray(0, ENOUGH);
  if (start.some(byte => byte < 9 || (byte > 13 && byte < 27))) return 'application/octet-stream';
  const text = new TextDecoder().decode(start).trimStart();
  return /^<(?:!doctype html|html|head|body|!--|h1|div|p|a|table)\b/i.test(text)
    ? 'text/html'
    : 'text/plain';
}
