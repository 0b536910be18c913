import type {LoadedPage} from './steps.js';
import {unavailable} from './steps.js';

/**
 * Another page as an inert document: nothing of it runs or is loaded. What it refers to is relative
 * to its own address.
 *
 * @throws PlaygroundError `step-unavailable`.
 */
export async function loadPage(url: string): Promise<LoadedPage> {
  const response = await fetch(url)
    // Without a network, what the browser still has of it.
    .catch(() => fetch(url, {cache: 'force-cache'}))
    .catch((error: unknown) => {
      throw unavailable(url, 'it did not answer, or does not let this page read it', error);
    });
  if (!response.ok) throw unavailable(url, `it answered ${response.status}`);
  const text = await response.text().catch((error: unknown) => {
    throw unavailable(url, 'it broke off', error);
  });
  const found = response.url || url;
  const page = new DOMParser().parseFromString(text, 'text/html');
  const base = page.createElement('base');
  const written = page.querySelector('base[href]')?.getAttribute('href') ?? '';
  base.href = URL.canParse(written, found) ? new URL(written, found).href : found;
  page.head.prepend(base);
  return {url: found, document: page};
}
