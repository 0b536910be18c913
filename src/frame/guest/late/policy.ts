/**
 * What the network may be asked for from within the frame. The site's own host is not there: what
 * the reader's machine has under that name is somebody else's.
 */
const POLICY =
  "default-src https: wss: data: blob: http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:* 'unsafe-inline' 'unsafe-eval'";

/** Where this frame's page came from: frames in the document come from there too. */
function ownOrigin(): string {
  return location.protocol.startsWith('http') ? location.origin : '';
}

/** Keeps the document, and all that is written into it later, from asking there. */
export function keepFromNetwork(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `${POLICY} ${ownOrigin()}`;
  document.head.append(meta);
}
