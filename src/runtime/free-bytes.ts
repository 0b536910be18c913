/**
 * Give memory back at once, as `worker/` does: tens of megabytes that came as a message otherwise
 * stay until the next garbage collection, for which an idle page has no reason.
 *
 * @param bytes All views of their buffer are empty afterwards.
 */
export function freeBytes({buffer}: Uint8Array<ArrayBuffer>): void {
  const {port1, port2} = new MessageChannel();
  port2.close();
  port1.postMessage(null, [buffer]);
  port1.close();
}
