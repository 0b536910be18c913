/** How far HTML looks for a `<meta charset>`, in bytes. */
const PRESCAN = 1024;

const META_CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i;
const CSS_CHARSET = /^@charset "([^"]*)";/;

/**
 * Bytes as text. A byte order mark wins, then what the response says, then what the text itself
 * says, then the fallback.
 *
 * @param charset Of the response's `Content-Type`.
 * @param declared Finds the charset in the text's first characters.
 * @param fallback UTF-8 by default, which is Django's.
 */
export function decode(
  bytes: Uint8Array<ArrayBuffer>,
  charset: string | null,
  declared: (start: string) => string | null = () => null,
  fallback = 'utf-8',
): string {
  const start = String.fromCharCode(...bytes.subarray(0, PRESCAN));
  const label = byteOrderMark(bytes) ?? charset ?? declared(start) ?? fallback;
  return decoder(label, fallback).decode(bytes);
}

/** The charset in an HTML document's first `<meta>` that names one. */
export function declaredInHtml(start: string): string | null {
  return asciiCompatible(META_CHARSET.exec(start)?.[1]);
}

/** The charset of a stylesheet's `@charset`. */
export function declaredInCss(start: string): string | null {
  return asciiCompatible(CSS_CHARSET.exec(start)?.[1]);
}

/** A declaration that could be read as ASCII cannot be in UTF-16, whatever it says. */
function asciiCompatible(label: string | undefined): string | null {
  if (label === undefined) return null;
  return /^utf-16/i.test(label) ? 'utf-8' : label;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decoder(label: string, fallback: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // A charset that no browser knows is passed over, as browsers do.
    return new TextDecoder(fallback);
  }
}
