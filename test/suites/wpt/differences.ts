/** What Web Platform Tests find in a tab and not in the frame, of the pages that are chosen. */
import type {Difference} from '../suite.js';

export const WPT_DIFFERENCES: readonly Difference[] = [
  {
    reason:
      'Forms are sent as UTF-8 whatever their accept-charset asks for: browsers have no encoder of another.',
    engines: ['chromium'],
    tests: [
      '/FileAPI/file/send-file-form-iso-2022-jp.html',
      '/FileAPI/file/send-file-form-windows-1252.html',
      '/FileAPI/file/send-file-form-x-user-defined.html',
      '/html/semantics/forms/form-submission-0/multipart-formdata.window.html multipart/form-data: character*not in encoding*',
      '/html/semantics/forms/form-submission-0/multipart-formdata.window.html multipart/form-data: lone surrogate*',
      '/html/semantics/forms/form-submission-0/text-plain.window.html text/plain: *not in encoding*',
      '/html/semantics/forms/form-submission-0/text-plain.window.html text/plain: lone surrogate*',
      '/html/semantics/forms/form-submission-0/urlencoded2.window.html *not in encoding*',
      '/html/semantics/forms/form-submission-0/urlencoded2.window.html *lone surrogate*',
    ],
  },
  {
    reason: 'Nothing is cached between the page and the site.',
    engines: ['chromium'],
    tests: [
      '/fetch/api/basic/conditional-get.any.html',
      '/fetch/api/request/request-cache-default.any.html',
      '/fetch/api/request/request-cache-force-cache.any.html',
      '/fetch/api/request/request-cache-only-if-cached.any.html',
      '/fetch/api/request/request-cache-reload.any.html',
    ],
  },
  {
    reason:
      'A Request is an object of the browser, which takes no address of the site for a referrer there.',
    engines: ['chromium'],
    tests: [
      '/fetch/api/basic/request-referrer.any.html url referrer',
      "/fetch/api/basic/url-parsing.sub.html?encoding=* Request's referrer*",
      '/fetch/api/request/request-clone.sub.html',
      '/fetch/api/request/request-init-001.sub.html Check referrer init value of *',
      '/fetch/api/request/request-init-003.sub.html',
    ],
  },
  {
    reason:
      'The tests expect a port in every address, and the site is at the one that is left out.',
    engines: ['chromium'],
    tests: [
      '/fetch/api/basic/response-url.sub.any.html',
      '/html/browsers/history/the-location-interface/location_port.html',
      '/websockets/interfaces/WebSocket/url/001.html?default',
      '/websockets/interfaces/WebSocket/url/002.html?default',
      '/websockets/interfaces/WebSocket/url/003.html?default',
      '/websockets/interfaces/WebSocket/url/resolve.html?default',
    ],
  },
  {
    reason:
      'A WebSocket to another host is an object of the browser, with none of what a script does to the class that it sees.',
    engines: ['chromium'],
    tests: [
      '/websockets/interfaces/WebSocket/bufferedAmount/bufferedAmount-defineProperty-getter.html?default',
      '/websockets/interfaces/WebSocket/bufferedAmount/bufferedAmount-defineProperty-setter.html?default',
      '/websockets/interfaces/WebSocket/bufferedAmount/bufferedAmount-deleting.html?default',
      '/websockets/interfaces/WebSocket/readyState/003.html?default',
      '/websockets/interfaces/WebSocket/readyState/004.html?default',
      '/websockets/interfaces/WebSocket/readyState/005.html?default',
      '/websockets/interfaces/WebSocket/url/005.html?default',
      '/websockets/interfaces/WebSocket/url/006.html?default',
    ],
  },
  {
    reason: 'Hosts below the site’s own are nobody’s, and the browser may reach none of them.',
    engines: ['chromium'],
    tests: [
      '/websockets/constructor/021.html?default',
      '/websockets/opening-handshake/003.html?default',
    ],
  },
  {
    reason: 'Scripts go through the history at once, also while their document is still coming.',
    engines: ['chromium'],
    sometimes: true,
    tests: ['/html/browsers/history/the-history-interface/007.html *'],
  },
  {
    reason: 'Takes long where much else is done, and may then be given up.',
    engines: ['chromium'],
    sometimes: true,
    tests: ['/xhr/over-1-meg.any.html', '/xhr/send-redirect-to-cors.htm *'],
  },
  {
    reason: 'To stop the loading of a page ends no request of its scripts.',
    engines: ['chromium'],
    tests: [
      '/eventsource/eventsource-request-cancellation.window.html',
      '/xhr/abort-after-stop.window.html',
    ],
  },
  {
    reason: 'A script cannot wait for Python, which runs in another thread.',
    engines: ['chromium'],
    tests: ['/xhr/xmlhttprequest-timeout-synconmain.html?timeout after open *'],
  },
  {
    reason:
      'What stands in for an object of the browser has not each of its details: events are not trusted, headers of responses can be changed, arguments are read in another order.',
    engines: ['chromium'],
    tests: [
      '/eventsource/eventsource-onmessage-trusted.any.html',
      '/fetch/api/response/response-headers-guard.any.html',
      '/html/browsers/history/the-location-interface/location-stringifier.html Location stringifier*',
      '/webstorage/event_initstorageevent.window.html initStorageEvent with 8 sensible arguments',
      '/xhr/open-parameters-toString.htm',
    ],
  },
  {
    reason:
      'A request goes to Python as a whole and at once: streams can be sent, and what is sent has arrived before a limit of time is over.',
    engines: ['chromium'],
    sometimes: true,
    tests: [
      '/fetch/api/basic/request-upload.any.html *',
      '/fetch/api/request/request-keepalive-quota.html?include=slow-2',
      '/xhr/event-timeout-order.any.html',
      '/xhr/open-during-abort-event.htm',
      '/xhr/send-timeout-events.htm',
      '/xhr/xhr-timeout-longtask.any.html',
    ],
  },
  {
    reason: 'The document is one that has been written, into a frame that lies in srcdoc.',
    engines: ['chromium'],
    tests: [
      '/html/dom/documents/resource-metadata-management/document-compatmode-03.html',
      '/html/dom/documents/resource-metadata-management/document-lastModified.html',
    ],
  },
  {
    reason:
      'Frames with a document of their own text or of a data: address are no pages of the site.',
    engines: ['chromium'],
    tests: [
      '/html/browsers/history/the-location-interface/location-protocol-setter.html *',
      '/html/semantics/forms/form-submission-0/getactionurl.html',
      '/websockets/unload-a-document/003.html',
    ],
  },
];
