/**
 * What the guest needs of the browser, taken before any script of the site runs: scripts replace
 * methods, and a form's control named `action` or `getAttribute` hides the form's own.
 */
const {apply} = globalThis.Reflect;

export const {defineProperty, getOwnPropertyDescriptor} = Object;
export const {
  AbortController,
  Blob,
  DOMException,
  Date,
  FormData,
  HashChangeEvent,
  Map,
  PopStateEvent,
  Proxy,
  Reflect,
  Response,
  StorageEvent,
  TextEncoder,
  URL,
  URLSearchParams,
  Uint8Array,
  WeakMap,
  WeakSet,
  setTimeout,
  structuredClone,
} = globalThis;

/** A method as a function of its object. */
export function method<This, Args extends readonly unknown[], Result>(
  native: (this: This, ...args: Args) => Result,
): (self: This, ...args: Args) => Result {
  return (self, ...args) => apply(native, self, args);
}

/** A property as a function of its object. */
export function getter<Owner extends object, Key extends keyof Owner>(
  prototype: Owner,
  key: Key,
): (self: Owner) => Owner[Key] {
  const get = getOwnPropertyDescriptor(prototype, key)?.get;
  if (!get) throw new TypeError(`${String(key)} is no property with a getter`);
  return self => apply(get, self, []) as Owner[Key];
}

export const addEventListener = method<
  EventTarget,
  [string, (event: Event) => void, AddEventListenerOptions],
  void
>(EventTarget.prototype.addEventListener);
export const dispatchEvent = method(EventTarget.prototype.dispatchEvent);
export const composedPath = method(Event.prototype.composedPath);
export const preventDefault = method(Event.prototype.preventDefault);
export const stopImmediatePropagation = method(Event.prototype.stopImmediatePropagation);
export const isDefaultPrevented = getter(Event.prototype, 'defaultPrevented');
export const isPropagationStopped = getter(Event.prototype, 'cancelBubble');

export const getAttribute = method(Element.prototype.getAttribute);
export const hasAttribute = method(Element.prototype.hasAttribute);
export const setAttribute = method(Element.prototype.setAttribute);
export const removeAttribute = method(Element.prototype.removeAttribute);
export const localName = getter(Element.prototype, 'localName');
export const isConnected = getter(Node.prototype, 'isConnected');
export const baseUri = getter(Node.prototype, 'baseURI');
export const isContentEditable = getter(HTMLElement.prototype, 'isContentEditable');

export const forEachEntry = method<
  FormData,
  [(value: FormDataEntryValue, name: string) => void],
  void
>(FormData.prototype.forEach);
export const fileName = getter(File.prototype, 'name');
export const arrayBuffer = method(Response.prototype.arrayBuffer);
export const responseHeaders = getter(Response.prototype, 'headers');
export const getHeader = method(Headers.prototype.get);
export const appendParameter = method(URLSearchParams.prototype.append);
export const formatParameters = method(URLSearchParams.prototype.toString);
export const encode = method(TextEncoder.prototype.encode);
export const postMessage = method<MessagePort, [unknown, Transferable[]], void>(
  MessagePort.prototype.postMessage,
);
export const write = method<Document, [string], void>(Document.prototype.write);
export const closeDocument = method(Document.prototype.close);
export const abort = method(AbortController.prototype.abort);
