import type {PageTexts} from '../page/index.js';

/** In the output, in place of what it cannot show. */
export const PAGE_TEXTS: PageTexts = {
  pdf: size => `A PDF document of ${formatSize(size)}. It opens outside of this page.`,
  save: 'Save the PDF',
};

function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
