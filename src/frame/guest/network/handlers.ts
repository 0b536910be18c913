import {Reflect, addEventListener, defineProperty} from '../natives.js';

/** An object that cannot be called is kept, as by browsers, and never called. */
type Handler = object | null;

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
          const call = (event: Event): void => {
            const current = handlers.get(this);
            if (typeof current === 'function') Reflect.apply(current, this, [event]);
          };
          addEventListener(this, type, call, {});
        }
        handlers.set(this, Object(handler) === handler ? (handler as object) : null);
      },
    });
  }
}
