import type {RequestLine} from '../protocol/console.js';
import type {HttpEnd, HttpHead, HttpRequest} from '../protocol/http.js';
import type {ReaderPaths} from './reader-paths.js';

/** An exchange with the site as the console shows it. */
export function requestLine(
  {method, url, headers}: Omit<HttpRequest, 'body'>,
  {status, duration, queries = 0, raised}: HttpHead & HttpEnd,
  paths: ReaderPaths,
): RequestLine {
  const {pathname, search} = new URL(url);
  const [, destination = 'empty'] = headers.find(([name]) => name === 'Sec-Fetch-Dest') ?? [];
  return {
    method,
    path: decoded(pathname) + search,
    status,
    duration,
    queries,
    destination,
    ...(raised && {raised: paths.translate(raised)}),
  };
}

/** As a person would write it. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
