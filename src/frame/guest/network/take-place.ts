import {Proxy, Reflect, defineProperty} from '../natives.js';

/** A class of objects that are made of an address. */
type Class = abstract new (address: string, ...rest: never[]) => EventTarget;

/**
 * Puts a class in the place of the browser's, whose constants it gets and of which its objects are.
 *
 * @param isOurs Whether an address is the site's; the browser's own class is for all others.
 */
export function takePlace(
  name: 'EventSource' | 'WebSocket',
  native: Class,
  site: Class,
  isOurs: (address: unknown) => boolean,
): void {
  Object.setPrototypeOf(site.prototype, native.prototype as object);
  for (const [key, {value, writable}] of Object.entries(Object.getOwnPropertyDescriptors(native))) {
    if (writable === false && typeof value === 'number' && key !== 'length') {
      defineProperty(site, key, {value, enumerable: true});
      defineProperty(site.prototype as object, key, {value, enumerable: true});
    }
  }
  defineProperty(site, 'name', {value: name});
  defineProperty(site, Symbol.hasInstance, {
    value: (object: unknown) => object instanceof native,
  });
  const either = new Proxy(site, {
    construct: (_, args, target) =>
      isOurs(args[0])
        ? (Reflect.construct(site, args, target) as object)
        : (Reflect.construct(native, args) as object),
  });
  defineProperty(site.prototype, 'constructor', {
    value: either,
    configurable: true,
    writable: true,
  });
  defineProperty(window, name, {value: either, configurable: true, writable: true});
}
