import type {Cookie} from '../protocol/cookie.js';
import type {ScriptCookie} from '../protocol/frame-state.js';
import type {HttpHead} from '../protocol/http.js';
import {parseCookie, pathMatches} from './cookie.js';

/** Most cookies kept; the oldest go first. Browsers keep as many for one site. */
const CAPACITY = 180;

/** The cookies of one site. */
export class CookieJar {
  #cookies: readonly Cookie[];
  readonly #now: () => number;
  /** Called when scripts may read other cookies than before. */
  onChange: () => void = () => {};

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

  /**
   * Takes what a script gives to `document.cookie`. It can neither hide a cookie from itself nor
   * touch one that is hidden.
   *
   * @param url The document's.
   */
  storeFromScript(url: string, text: string): void {
    const cookie = parseCookie(text, new URL(url), this.#now());
    const isHidden = this.#alive().some(other => other.httpOnly && cookie && isSame(other, cookie));
    if (cookie && !cookie.httpOnly && !isHidden) this.#put(cookie);
    // The script's own document has one or the other already.
    else this.onChange();
  }

  /** The `Cookie` header for a request, `''` where there is nothing to send. */
  header(url: string): string {
    return this.#matching(url).map(format).join('; ');
  }

  /** What scripts may read, each at the addresses it is for. */
  get scriptCookies(): readonly ScriptCookie[] {
    return this.#alive()
      .filter(({httpOnly}) => !httpOnly)
      .map(({name, value, path, expires}) => ({name, value, path, expires}));
  }

  /** Forgets every cookie. */
  clear(): void {
    this.#cookies = [];
    this.onChange();
  }

  /** Holds what an earlier jar held, and nothing else. */
  restore(cookies: readonly Cookie[]): void {
    this.#cookies = cookies;
    this.onChange();
  }

  /** Every cookie still alive, as plain data for another jar. */
  toJSON(): readonly Cookie[] {
    return this.#alive();
  }

  #put(cookie: Cookie): void {
    const others = this.#alive();
    const before = others.find(other => isSame(other, cookie));
    const created = before?.created ?? cookie.created;
    this.#cookies = [...others.filter(other => other !== before), {...cookie, created}]
      .toSorted((one, other) => one.created - other.created)
      .slice(-CAPACITY);
    if (!cookie.httpOnly || before?.httpOnly === false) this.onChange();
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

function isSame(one: Cookie, other: Cookie): boolean {
  return one.name === other.name && one.path === other.path;
}

/** A nameless cookie is sent as its value alone. */
function format({name, value}: Cookie): string {
  return name === '' ? value : `${name}=${value}`;
}
