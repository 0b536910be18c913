import {defineProperty, isConnected} from '../natives.js';
import {addressOf, siteUrl} from './files.js';
import {forgetFrame} from './frames.js';
import {forget, keep, lateOf, pendingOf} from './lates.js';
import {getNative, hasNative, removeNative, setNative} from './natives.js';
import {settle} from './settle.js';
import {SLOT_NAMES, loadsDetached, namesSite, slotOf} from './slots.js';

const {apply} = Reflect;

const NAMES: ReadonlySet<string> = new Set([...SLOT_NAMES, 'xlink:href']);

/** The properties that stand for attributes. */
const PROPERTIES: readonly (readonly [{prototype: Element}, readonly string[]])[] = [
  [HTMLImageElement, ['src', 'srcset']],
  [HTMLSourceElement, ['src', 'srcset']],
  [HTMLInputElement, ['src']],
  [HTMLMediaElement, ['src']],
  [HTMLVideoElement, ['poster']],
  [HTMLTrackElement, ['src']],
  [HTMLEmbedElement, ['src']],
  [HTMLObjectElement, ['data']],
  [HTMLLinkElement, ['href']],
  [HTMLScriptElement, ['src']],
  [HTMLIFrameElement, ['src', 'srcdoc']],
];

/**
 * Takes what the site writes into an attribute, where the browser could not get it.
 *
 * @returns Whether that was so.
 */
export function take(element: Element, name: string, value: string): boolean {
  if (slotOf(element, name) === undefined) return false;
  if (!namesSite(name, value)) {
    forget(element, name);
    forgetFrame(element);
    return false;
  }
  const late = keep(element, name, value);
  if (loadsDetached(element) || isConnected(element)) void settle(element, name, late);
  return true;
}

/** Makes scripts' properties and attributes come here. */
export function watchProperties(): void {
  for (const [{prototype}, names] of PROPERTIES) for (const name of names) watch(prototype, name);
  watchAttributes();
  watchImages();
  watchAudio();
}

function watch(prototype: Element, name: string): void {
  change(prototype, name, ({get, set}) => ({
    get(this: Element) {
      const late = lateOf(this, name);
      if (!late) return apply(get, this, []);
      return /^src(?:set|doc)$/.test(name) ? late.written : siteUrl(late.written);
    },
    set(this: Element, value: unknown) {
      if (!take(this, name, String(value))) apply(set, this, [value]);
    },
  }));
}

function watchAttributes(): void {
  const {setAttributeNS, getAttributeNS} = Element.prototype;
  Object.assign(Element.prototype, {
    setAttribute(this: Element, name: string, value: string): void {
      if (!isTaken(this, name, value)) setNative(this, name, value);
    },
    getAttribute(this: Element, name: string): string | null {
      return readLate(this, name) ?? getNative(this, name);
    },
    hasAttribute(this: Element, name: string): boolean {
      return readLate(this, name) !== undefined || hasNative(this, name);
    },
    removeAttribute(this: Element, name: string): void {
      if (NAMES.has(name)) forget(this, name);
      removeNative(this, name);
    },
    setAttributeNS(this: Element, namespace: string | null, name: string, value: string): void {
      if (!isTaken(this, name, value)) apply(setAttributeNS, this, [namespace, name, value]);
    },
    getAttributeNS(this: Element, namespace: string | null, name: string): string | null {
      const late = namespace ? `xlink:${name}` : name;
      return readLate(this, late) ?? apply(getAttributeNS, this, [namespace, name]);
    },
  });
}

function isTaken(element: Element, name: unknown, value: unknown): boolean {
  const key = String(name).toLowerCase();
  return NAMES.has(key) && take(element, key, String(value));
}

function readLate(element: Element, name: string): string | undefined {
  return NAMES.has(name) ? lateOf(element, name)?.written : undefined;
}

function watchImages(): void {
  const {prototype} = HTMLImageElement;
  const {decode} = prototype;
  change(prototype, 'complete', ({get}) => ({
    get(this: Element) {
      return pendingOf(this) === undefined && apply(get, this, []);
    },
  }));
  prototype.decode = async function () {
    await pendingOf(this)?.settling;
    await decode.call(this);
  };
  for (const {prototype: owner} of [HTMLImageElement, HTMLMediaElement]) {
    change(owner, 'currentSrc', ({get}) => ({
      get(this: Element) {
        return addressOf(apply(get, this, []) as string);
      },
    }));
  }
}

function watchAudio(): void {
  const Native = Audio;
  function Sound(src?: string): HTMLAudioElement {
    const audio = new Native();
    if (src !== undefined) audio.src = src;
    return audio;
  }
  Sound.prototype = Native.prototype;
  defineProperty(Sound, 'name', {value: 'Audio'});
  Object.assign(globalThis, {Audio: Sound});
}

type Accessor = Required<Pick<PropertyDescriptor, 'get' | 'set'>>;

function change(
  prototype: Element,
  name: string,
  make: (native: Accessor) => PropertyDescriptor & ThisType<Element>,
): void {
  const native = Object.getOwnPropertyDescriptor(prototype, name);
  if (native?.get) defineProperty(prototype, name, {...native, ...make(native as Accessor)});
}
