import {
  Blob,
  Response,
  Uint8Array,
  arrayBuffer,
  fileName,
  forEachEntry,
  getHeader,
  responseHeaders,
} from './natives.js';

/** A body with parts, and the type that says what parts them. */
export interface Multipart {
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Entries of a form as `multipart/form-data`, as they are now.
 *
 * @throws DOMException where a file can no longer be read.
 */
export async function multipart(entries: FormData): Promise<Multipart> {
  const response = new Response(entries);
  const contentType = getHeader(responseHeaders(response), 'Content-Type') ?? '';
  const [, boundary = ''] = contentType.split('boundary=');
  const parts = partsOf(entries, boundary);
  try {
    // The browser itself knows best how it writes these.
    return {contentType, body: new Uint8Array(await arrayBuffer(response))};
  } catch {
    // But some WebKits cannot read what they have written of a file.
    const body = await arrayBuffer(new Response(new Blob(parts)));
    return {contentType, body: new Uint8Array(body)};
  }
}

function partsOf(entries: FormData, boundary: string): BlobPart[] {
  const parts: BlobPart[] = [];
  forEachEntry(entries, (value, name) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"`;
    if (typeof value === 'string') {
      parts.push(`${head}\r\n\r\n${value.replaceAll(/\r\n?|\n/g, '\r\n')}\r\n`);
    } else {
      const type = value.type || 'application/octet-stream';
      const file = `; filename="${escape(fileName(value))}"\r\nContent-Type: ${type}`;
      parts.push(`${head}${file}\r\n\r\n`, value, '\r\n');
    }
  });
  return [...parts, `--${boundary}--\r\n`];
}

function escape(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}
