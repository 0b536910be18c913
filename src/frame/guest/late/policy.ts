import {SITE_ORIGIN} from '../../../protocol/http.js';

/**
 * What the network may be asked for from within the frame. The site's own host is not there: what
 * the reader's machine has under that name is somebody else's.
 */
const POLICY =
  "default-src https: wss: data: blob: http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:* 'unsafe-inline' 'unsafe-eval'";

/** A host that is asked without encryption. */
const PLAIN_HOST = /\bhttp:\/\/(?:[a-z\d-]+\.)*[a-z\d-]+(?::\d+)?/g;

/** The most of them that are allowed. */
const MOST_HOSTS = 100;

/**
 * The other hosts of that kind that a document names. No policy can allow all but one, so they are
 * allowed one by one; a page that came encrypted gets nothing from them anyway.
 */
function plainHosts(html: string): string[] {
  const hosts = new Set(html.match(PLAIN_HOST));
  return [...hosts].filter(host => !host.startsWith(SITE_ORIGIN)).slice(0, MOST_HOSTS);
}

/** Where this frame's page came from: frames in the document come from there too. */
function ownOrigin(): string {
  return location.protocol.startsWith('http') ? location.origin : '';
}

/**
 * Keeps the document, and all that is written into it later, from asking there.
 *
 * @param html The document.
 */
export function keepFromNetwork(html: string): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = [POLICY, ownOrigin(), ...plainHosts(html)].join(' ');
  document.head.append(meta);
}
