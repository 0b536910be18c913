import type {ImportedText} from '../protocol/rendering.js';

/** Blobs cannot be read by workers of opaque origin in every engine, and `data:` is longer. */
let readsBlobs = true;

/**
 * Run the text of an ES module.
 *
 * @throws whatever the engine says of it.
 */
export async function importText(code: string): Promise<ImportedText> {
  if (readsBlobs) {
    const url = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
    try {
      return {url, namespace: await load(url)};
    } catch {
      // If it is the text that is wrong, the other way fails as well.
    } finally {
      URL.revokeObjectURL(url);
    }
  }
  // In stacks the address may stand in parentheses.
  const text = encodeURIComponent(code).replaceAll('(', '%28').replaceAll(')', '%29');
  const url = `data:text/javascript;charset=utf-8,${text}`;
  const namespace = await load(url);
  readsBlobs = false;
  return {url, namespace};
}

function load(url: string): Promise<ImportedText['namespace']> {
  return import(/* @vite-ignore */ url) as Promise<ImportedText['namespace']>;
}
