/** What a `Content-Disposition` header says. */
export interface Disposition {
  readonly isAttachment: boolean;
  /** `null` where it names no file. */
  readonly filename: string | null;
}

const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/**
 * Reads a `Content-Disposition` (RFC 6266). `filename*` wins over `filename`.
 *
 * @param value The header's value, `null` where there is none.
 */
export function parseDisposition(value: string | null): Disposition {
  if (value === null) return {isAttachment: false, filename: null};
  const type = /^[^;]*/.exec(value)?.[0].trim().toLowerCase();
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain] of value.matchAll(PARAMETER)) {
    const text = quoted?.replace(/\\(.)/g, '$1') ?? plain?.trim() ?? '';
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), text);
  }
  const extended = decodeExtended(parameters.get('filename*'));
  const filename = safeName(extended ?? parameters.get('filename') ?? '');
  // As browsers do: whatever is not to be shown in place is to be saved.
  return {isAttachment: type !== 'inline' && type !== '', filename: filename || null};
}

/**
 * A name for a file that the response does not name: the last part of its address.
 *
 * @param url Absolute URL of the response.
 * @param essence Its type, e.g. `application/pdf`.
 */
export function filenameFromUrl(url: string, essence: string): string {
  const last = new URL(url).pathname.split('/').findLast(part => part !== '') ?? '';
  const name = safeName(decodePercent(last) ?? last) || 'download';
  const extension = /^[a-z]+\/([a-z\d]{2,5})$/.exec(essence)?.[1];
  return name.includes('.') || extension === undefined ? name : `${name}.${extension}`;
}

/** No folders, no control characters, nothing that hides or climbs. */
export function safeName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  const plain = name.replace(/[\u0000-\u001f\u007f]/g, '').replace(/^.*[/\\]/s, '');
  return plain.replace(/^[.\s]+|[.\s]+$/g, '');
}

/** Reads `UTF-8''na%C3%AFve.txt` (RFC 8187). */
function decodeExtended(value: string | undefined): string | null {
  const parts = /^([\w-]+)'[^']*'(.*)$/.exec(value ?? '');
  if (!parts) return null;
  const [, charset = '', text = ''] = parts;
  if (charset.toLowerCase() === 'utf-8') return decodePercent(text);
  if (charset.toLowerCase() !== 'iso-8859-1') return null;
  return text.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function decodePercent(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
