import type {Cookie} from '../protocol/cookie.js';
import {CookieJar} from './cookie-jar.js';

/** What a site keeps with one who visits it, in whichever view: the cookies. */
export class Visitor {
  readonly jar: CookieJar;

  /** @param cookies What it kept on an earlier visit. */
  constructor(cookies: readonly Cookie[] = []) {
    this.jar = new CookieJar(cookies);
  }
}
