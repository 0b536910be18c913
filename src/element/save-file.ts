/**
 * Offer bytes as a download. The type is always a harmless one: a blob of the page's own origin
 * must never be opened as a document.
 */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], {type: 'application/octet-stream'}));
  const link = Object.assign(document.createElement('a'), {href: url, download: name});
  link.click();
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
