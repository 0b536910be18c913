import {addEventListener, defineProperty} from '../natives.js';

type Handler = ((event: Event) => unknown) | null;

/** Gives objects of a class the properties `onopen` and the like. */
export function defineHandlers(prototype: EventTarget, types: readonly string[]): void {
  for (const type of types) {
    const handlers = new WeakMap<EventTarget, Handler>();
    defineProperty(prototype, `on${type}`, {
      configurable: true,
      enumerable: true,
      get(this: EventTarget): Handler {
        return handlers.get(this) ?? null;
      },
      set(this: EventTarget, handler: unknown) {
        // It is called where the first one was set, among the listeners.
        if (!handlers.has(this)) {
          addEventListener(this, type, event => handlers.get(this)?.call(this, event), {});
        }
        handlers.set(this, typeof handler === 'function' ? (handler as Handler) : null);
      },
    });
  }
}
