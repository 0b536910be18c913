/**
 * Give memory back at once. Buffers of tens of megabytes otherwise wait for a garbage collection
 * that an idle worker has no reason to do.
 *
 * They are sent to nobody: what `ArrayBuffer.prototype.transfer` detaches from this thread's code,
 * Chromium itself still holds where it made the buffer.
 *
 * @param bytes All views of their buffer are empty afterwards.
 */
export function freeBytes({buffer}: Uint8Array<ArrayBuffer>): void {
  const {port1, port2} = new MessageChannel();
  port2.close();
  port1.postMessage(null, [buffer]);
  port1.close();
}
