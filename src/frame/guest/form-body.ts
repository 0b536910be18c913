import {multipart, type Multipart} from './multipart.js';
import {
  TextEncoder,
  URLSearchParams,
  appendParameter,
  encode,
  fileName,
  forEachEntry,
  formatParameters,
} from './natives.js';

/** How a form can be encoded. */
export type Enctype = 'application/x-www-form-urlencoded' | 'multipart/form-data' | 'text/plain';

/** Entries for the query of an address, or for a body of the same form. */
export function formatQuery(entries: FormData): string {
  const parameters = new URLSearchParams();
  forEachText(entries, (name, value) => appendParameter(parameters, name, value));
  return formatParameters(parameters);
}

/**
 * Entries as a body, always in UTF-8.
 *
 * @throws DOMException where a file can no longer be read.
 */
export async function formBody(entries: FormData, enctype: Enctype): Promise<Multipart> {
  if (enctype === 'multipart/form-data') return multipart(entries);
  const text = enctype === 'text/plain' ? formatPlain(entries) : formatQuery(entries);
  const body = encode(new TextEncoder(), text);
  return {contentType: enctype, body};
}

function formatPlain(entries: FormData): string {
  let text = '';
  forEachText(entries, (name, value) => (text += `${name}=${value}\r\n`));
  return text;
}

/** Every entry as text, a file as its name. */
function forEachText(entries: FormData, use: (name: string, value: string) => void): void {
  forEachEntry(entries, (value, name) => {
    const text = typeof value === 'string' ? value : fileName(value);
    use(normaliseNewlines(name), normaliseNewlines(text));
  });
}

function normaliseNewlines(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, '\r\n');
}
