/**
 * Saves bytes as a file, as a browser does with a download. The page does it, since the frame
 * would have to ask for permission each time.
 *
 * @param type With its parameters, e.g. `text/csv; charset=utf-8`.
 */
export function saveFile(filename: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  // The browser reads it after this task; a minute is enough for any disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
