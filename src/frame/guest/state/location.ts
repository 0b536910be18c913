import {GUEST_LOCATION, GUEST_OF} from '../../../protocol/frame-state.js';
import {reload} from '../moves.js';
import {DOMException, Proxy, Reflect, URL, defineProperty} from '../natives.js';
import {leave, plan, request} from '../navigate.js';
import {currentUrl, isOnSite, isWithinDocument, jump, resolve} from '../place.js';
import {runScriptUrl} from '../script-url.js';

/** The parts of an address that `location` has as an anchor element has them. */
const PARTS = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;

/** The window at the very top, which the site's scripts take to be their own. */
const {top} = window;

/**
 * What the site's scripts are given as `location`: the browser's own cannot be replaced, so their
 * texts were changed to ask for this one.
 */
const shim = new Proxy(Object.create(Location.prototype) as Location, {
  setPrototypeOf: (target, prototype) => prototype === Reflect.getPrototypeOf(target),
  preventExtensions: () => false,
});

/** Puts what rewritten scripts ask for into the window. */
export function installLocation(): void {
  for (const part of PARTS) {
    own(part, {
      get: () => here()[part],
      set: (value: unknown) => {
        if (part === 'protocol') requireScheme(String(value));
        const url = here();
        const {protocol, hash} = url;
        url[part] = String(value);
        // Where one is already one does not jump to.
        if (part === 'hash' && url.hash === hash) return;
        if (part !== 'protocol' || /^https?:$/.test(url.protocol)) go(url);
        else url.protocol = protocol;
      },
    });
  }
  own('href', {get: currentUrl, set: assign});
  own('origin', {get: () => here().origin});
  own('ancestorOrigins', {get: () => NO_ORIGINS});
  own('assign', {value: assign});
  own('replace', {value: (url: unknown) => go(parse(url), true)});
  own('reload', {value: () => reload(currentUrl())});
  own('toString', {value: currentUrl});
  own('valueOf', {value: Object.prototype.valueOf, enumerable: false});
  defineProperty(shim, Symbol.toPrimitive, {value: undefined});

  const windowHolder = hold(window);
  const documentHolder = hold(document);
  defineProperty(window, GUEST_LOCATION, {get: () => shim, set: assign});
  defineProperty(window, GUEST_OF, {
    value(owner: unknown): unknown {
      if (owner === window || owner === top) return windowHolder;
      return owner === document ? documentHolder : owner;
    },
  });
}

const NO_ORIGINS = {length: 0, item: () => null, contains: () => false};

function own(name: string, descriptor: PropertyDescriptor): void {
  defineProperty(shim, name, {enumerable: true, ...descriptor});
}

/** A window or document as it is, but for its `location`. */
function hold<Owner extends object>(owner: Owner): Owner {
  return new Proxy(owner, {
    get: (target, key) => (key === 'location' ? shim : (Reflect.get(target, key) as unknown)),
    set(target, key, value: unknown) {
      if (key !== 'location') return Reflect.set(target, key, value);
      assign(value);
      return true;
    },
  });
}

function here(): URL {
  return new URL(currentUrl());
}

function assign(address: unknown): void {
  go(parse(address));
}

/** @throws DOMException `SyntaxError` for what is no address. */
function parse(address: unknown): URL {
  const url = resolve(String(address));
  if (url === null)
    throw new DOMException(`'${String(address)}' is not a valid URL.`, 'SyntaxError');
  return url;
}

/** @throws DOMException `SyntaxError` */
function requireScheme(text: string): void {
  if (/^[a-z][-+.a-z\d]*(?::|$)/i.test(text.replaceAll(/[\t\n\r]/g, ''))) return;
  throw new DOMException(`'${text}' is not a valid protocol.`, 'SyntaxError');
}

/**
 * Goes to an address of whichever kind.
 *
 * @param replaces Whether it takes the place of where one is.
 */
export function go(url: URL, replaces = isEarly()): void {
  if (url.protocol === 'javascript:') runScriptUrl(url);
  else if (!isOnSite(url)) leave(url);
  else if (isWithinDocument(url)) jump(url.href, replaces);
  else plan({...request(url.href), ...(replaces && {replace: true})});
}

/** What a script does before its document is there takes the document's place. */
function isEarly(): boolean {
  return document.readyState !== 'complete' && !navigator.userActivation?.isActive;
}
