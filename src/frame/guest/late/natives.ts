/** What this folder needs of the browser, taken before any script of the site runs. */
import {getter, method} from '../natives.js';

export const {createObjectURL} = URL;
export const getNative = method(Element.prototype.getAttribute);
export const hasNative = method(Element.prototype.hasAttribute);
export const setNative = method(Element.prototype.setAttribute);
export const removeNative = method(Element.prototype.removeAttribute);
export const isAsync = getter(HTMLScriptElement.prototype, 'async');
export const sendAsk = method<MessagePort, [unknown, Transferable[]], void>(
  MessagePort.prototype.postMessage,
);
export const loadMedia = method(HTMLMediaElement.prototype.load);
