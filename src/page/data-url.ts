/**
 * Content as a `data:` URL. The frame's origin is opaque and could not load a `blob:` URL of the
 * page.
 *
 * @param type With its parameters, e.g. `text/css;charset=utf-8`.
 */
export function toDataUrl(
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('Unreadable bytes')));
    reader.readAsDataURL(new Blob([content], {type: type.replaceAll(/\s/g, '')}));
  });
}
