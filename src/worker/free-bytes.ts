/** What engines have that this project's target does not name yet. */
interface Transferable {
  transfer?(length: number): ArrayBuffer;
}

/**
 * Give memory back at once, where the engine can. Buffers of tens of megabytes otherwise wait for
 * a garbage collection that an idle worker has no reason to do.
 *
 * @param bytes All views of their buffer are empty afterwards.
 */
export function freeBytes({buffer}: Uint8Array<ArrayBuffer>): void {
  (buffer as ArrayBuffer & Transferable).transfer?.(0);
}
