import type {HttpRequest, HttpResponse} from '../../../src/protocol/http.js';

/** A project that is being served, by whatever Python. */
export interface Site {
  /** The headers are without `Host` and `Content-Length`. */
  request(request: HttpRequest): Promise<Omit<HttpResponse, 'duration'>>;
  /** @returns what was printed meanwhile. */
  close(): Promise<string>;
}

/** What a project is served with. */
export interface SiteOptions {
  /** Django's series, e.g. `5.2`. */
  readonly series: string;
  /** `name:password` of a superuser to be made first. */
  readonly superuser?: string | undefined;
}
