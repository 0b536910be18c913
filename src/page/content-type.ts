import type {HeaderPairs} from '../protocol/http.js';

/** A parsed `Content-Type`. */
export interface ContentType {
  /** Lower case, without parameters, e.g. `text/html`; `''` where there is none. */
  readonly essence: string;
  /** As given, e.g. `utf-8`; `null` where there is none. */
  readonly charset: string | null;
}

/** The value of a response header, `null` where there is none. */
export function header(headers: HeaderPairs, name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

/** Reads the `Content-Type` of a response. */
export function contentType(headers: HeaderPairs): ContentType {
  const value = header(headers, 'content-type') ?? '';
  const essence = /^[^;]*/.exec(value)?.[0].trim().toLowerCase() ?? '';
  const charset = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(value);
  return {essence, charset: charset?.[1] ?? charset?.[2] ?? null};
}

/** Whether a type is a script's, by the names that HTML knows for JavaScript. */
export function isJavaScript(essence: string): boolean {
  return /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/.test(essence);
}
