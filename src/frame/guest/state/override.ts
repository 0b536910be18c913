import {defineProperty} from '../natives.js';

/** Gives an object of the browser's a property of the guest's in place of its own. */
export function override(owner: object, name: string, accessor: PropertyDescriptor): void {
  defineProperty(owner, name, {enumerable: true, configurable: true, ...accessor});
}
