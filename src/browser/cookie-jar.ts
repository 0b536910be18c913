import type {Cookie} from '../protocol/cookie.js';
import type {HttpHead} from '../protocol/http.js';
import {parseCookie, pathMatches} from './cookie.js';

/** Most cookies kept; the oldest go first. Browsers keep as many for one site. */
const CAPACITY = 180;

/** The cookies of one site. */
export class CookieJar {
  #cookies: readonly Cookie[];
  readonly #now: () => number;

  /**
   * @param cookies What an earlier jar held.
   * @param now The clock, in milliseconds since 1970.
   */
  constructor(cookies: readonly Cookie[] = [], now: () => number = Date.now) {
    this.#cookies = cookies;
    this.#now = now;
  }

  /** Takes what a response sets. */
  store(url: string, response: HttpHead): void {
    const responseUrl = new URL(url);
    for (const [name, value] of response.headers) {
      if (name.toLowerCase() !== 'set-cookie') continue;
      const cookie = parseCookie(value, responseUrl, this.#now());
      if (cookie) this.#put(cookie);
    }
  }

  /** The `Cookie` header for a request, `''` where there is nothing to send. */
  header(url: string): string {
    return this.#matching(url).map(format).join('; ');
  }

  /** What a script of the page may read as `document.cookie`. */
  scriptCookies(url: string): string {
    return this.#matching(url)
      .filter(cookie => !cookie.httpOnly)
      .map(format)
      .join('; ');
  }

  /** Forgets every cookie. */
  clear(): void {
    this.#cookies = [];
  }

  /** Holds what an earlier jar held, and nothing else. */
  restore(cookies: readonly Cookie[]): void {
    this.#cookies = cookies;
  }

  /** Every cookie still alive, as plain data for another jar. */
  toJSON(): readonly Cookie[] {
    return this.#alive();
  }

  #put(cookie: Cookie): void {
    const isSame = (other: Cookie) => other.name === cookie.name && other.path === cookie.path;
    const others = this.#alive();
    const created = others.find(isSame)?.created ?? cookie.created;
    this.#cookies = [...others.filter(other => !isSame(other)), {...cookie, created}]
      .toSorted((one, other) => one.created - other.created)
      .slice(-CAPACITY);
  }

  #alive(): readonly Cookie[] {
    const now = this.#now();
    return this.#cookies.filter(({expires}) => expires === null || expires > now);
  }

  /** Longer paths first and then older cookies first, as the order of a header says. */
  #matching(url: string): readonly Cookie[] {
    const {pathname} = new URL(url);
    return this.#alive()
      .filter(cookie => pathMatches(cookie.path, pathname))
      .toSorted((one, other) => other.path.length - one.path.length || one.created - other.created);
  }
}

/** A nameless cookie is sent as its value alone. */
function format({name, value}: Cookie): string {
  return name === '' ? value : `${name}=${value}`;
}
