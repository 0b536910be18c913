import {installBeacon} from './beacon.js';
import {installEventSource} from './event-source.js';
import {installFetch} from './fetch.js';
import {installWebSocket} from './web-socket.js';
import {installXhr} from './xhr.js';

/** Lets the site's scripts ask the site, as if it were behind the frame's address. */
export function installNetwork(): void {
  installFetch();
  installXhr();
  installBeacon();
  installEventSource();
  installWebSocket();
}
