/** @returns whether a text is in the clipboard now. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, as in a frame, or there is no clipboard, as on a page without HTTPS.
    return false;
  }
}
