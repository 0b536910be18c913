/** What the network needs of the browser, taken before any script of the site runs. */
export {Blob} from '../natives.js';

export const {
  ArrayBuffer,
  CloseEvent,
  DOMException,
  DOMParser,
  Event,
  EventTarget,
  Headers,
  MessageChannel,
  MessageEvent,
  ProgressEvent,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  XMLSerializer,
  clearTimeout,
} = globalThis;

/** What asks other sites. */
export const natives = {
  fetch: globalThis.fetch,
  sendBeacon: navigator.sendBeacon,
  EventSource: globalThis.EventSource,
  WebSocket: globalThis.WebSocket,
  XMLHttpRequest: globalThis.XMLHttpRequest,
};

const {clone} = Response.prototype;

export function cloneResponse(response: Response): Response {
  return clone.call(response);
}
