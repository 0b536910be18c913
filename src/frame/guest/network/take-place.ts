import {defineProperty} from '../natives.js';

/** A class of the browser's. */
type Native = abstract new (...args: never[]) => EventTarget;

/**
 * Puts a class in the place of the browser's, whose constants it gets and of which its objects are.
 *
 * @param site Makes objects of the browser's where they are not for the site.
 */
export function takePlace(name: string, native: Native, site: Native): void {
  Object.setPrototypeOf(site.prototype, native.prototype as object);
  for (const [key, {value, writable}] of Object.entries(Object.getOwnPropertyDescriptors(native))) {
    if (writable === false && typeof value === 'number' && key !== 'length') {
      defineProperty(site, key, {value, enumerable: true});
    }
  }
  defineProperty(site, 'name', {value: name});
  defineProperty(site, Symbol.hasInstance, {
    value: (object: unknown) => object instanceof native,
  });
  defineProperty(window, name, {value: site, configurable: true, writable: true});
}
