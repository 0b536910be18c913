import type {ScriptCookie} from '../../../protocol/frame-state.js';
import {say} from '../host.js';
import {Date, URL} from '../natives.js';
import {currentUrl} from '../place.js';
import {ofThisDocument} from './document.js';

/** What scripts may read; older ones first. */
let cookies: readonly ScriptCookie[] = [];

/** Every control character but the tab: what no cookie has. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\0-\x08\n-\x1f\x7f]/;

/** How often scripts have set one. */
let turn = 0;

/** Makes `document.cookie` that of the visitor. */
export function installCookies(known: readonly ScriptCookie[]): void {
  cookies = known;
  ofThisDocument('cookie', format, set);
}

/** Takes what the host says, unless it does not know yet what a script has just set. */
export function updateCookies(known = cookies, upTo = turn): void {
  if (upTo === turn) cookies = known;
}

function format(): string {
  const {pathname} = new URL(currentUrl());
  const now = Date.now();
  return cookies
    .filter(({expires, path}) => (expires ?? Infinity) > now && liesBelow(pathname, path))
    .toSorted((one, other) => other.path.length - one.path.length)
    .map(({name, value}) => (name === '' ? value : `${name}=${value}`))
    .join('; ');
}

function set(value: unknown): void {
  const text = String(value);
  say({kind: 'cookie', text, turn: ++turn});
  const cookie = parse(text);
  if (!cookie) return;
  const {name, path} = cookie;
  const at = cookies.findIndex(other => other.name === name && other.path === path);
  cookies = at < 0 ? [...cookies, cookie] : cookies.with(at, cookie);
}

/** What can be read at once; the host, which knows every rule, may know better. */
function parse(text: string): ScriptCookie | null {
  if (CONTROL.test(text)) return null;
  const [pair = '', ...attributes] = text.split(';');
  const [name, value] = split(pair);
  if (name === '' && value === '') return null;
  let path = '';
  let isSecure = false;
  let hasDomain = false;
  let age: number | undefined;
  let date: number | undefined;
  for (const attribute of attributes) {
    const [given, word] = split(attribute).toReversed() as [string, string];
    const key = (word || given).toLowerCase();
    if (key === 'httponly') return null;
    if (key === 'secure') isSecure = true;
    if (key === 'domain') hasDomain = given !== '';
    if (key === 'path') path = given;
    if (key === 'max-age' && /^-?\d+$/.test(given)) age = Date.now() + Number(given) * 1000;
    if (key === 'expires') date = Date.parse(given);
  }
  const [promise] = /^__(?:host|secure)-/i.exec(name || value) ?? [];
  const isForHost = path === '/' && !hasDomain;
  // The longer one, `__secure-`, promises less.
  if (promise && !(isSecure && (isForHost || promise.length > 7))) return null;
  if (!path.startsWith('/')) path = new URL('.', currentUrl()).pathname.replace(/(.)\/$/, '$1');
  const expires = age ?? date ?? null;
  return {name, value, path, expires: Number.isNaN(expires) ? null : expires};
}

/** What has no equals sign is a value. */
function split(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  return [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
}

function liesBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.replace(/\/?$/, '/'));
}
