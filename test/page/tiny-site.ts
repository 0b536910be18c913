import type {FetchAsset} from '../../src/page/index.js';
import {type HttpResponse, SITE_ORIGIN} from '../../src/protocol/http.js';

/** A file of the tiny site: its text or bytes and its type, or a whole response. */
export type File = readonly [content: string | Uint8Array<ArrayBuffer>, type: string];

/** A response of the site. */
export function respond(
  body: string | Uint8Array<ArrayBuffer>,
  type: string | null = 'text/html; charset=utf-8',
  more: Partial<HttpResponse> = {},
): HttpResponse {
  const headers = type === null ? [] : [['Content-Type', type] as const];
  return {
    status: 200,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    duration: 1,
    ...more,
    headers: [...headers, ...(more.headers ?? [])],
  };
}

/** A tiny site's static files by path, and what was asked for. */
export function serve(files: Record<string, File | HttpResponse>) {
  const asked: string[] = [];
  const referrers: Record<string, string> = {};
  const fetchAsset: FetchAsset = async (url, {destination, referrer}) => {
    const path = url.slice(SITE_ORIGIN.length);
    asked.push(`${destination} ${path}`);
    referrers[path] = referrer.slice(SITE_ORIGIN.length);
    const file = files[path];
    if (!file) return {url, response: respond('Not found', 'text/html', {status: 404})};
    return {url, response: isFile(file) ? respond(...file) : file};
  };
  return {fetchAsset, asked, referrers};
}

/** What a `data:` URL holds, as text. */
export function dataText(url: string | null | undefined): string {
  const [, type, base64] = /^data:([^,]*);base64,([^#]*)/.exec(url ?? '') ?? [];
  if (type === undefined || base64 === undefined) throw new Error(`${url} is no data: URL`);
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

function isFile(file: File | HttpResponse): file is File {
  return Array.isArray(file);
}
