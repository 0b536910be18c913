import {PlaygroundError} from '../protocol/failure.js';

type RegionsPart = typeof import('./regions.js');

/** What finds the regions of a file as it is now; most projects have none. */
export async function loadFindRegions(): Promise<RegionsPart['findRegions']> {
  return (await import('./regions.js')).findRegions;
}

/** @throws PlaygroundError `bad-region`, of the author's markers. */
export async function checkRegions(path: string, content: string): Promise<void> {
  // Most files have none, and some are long.
  if (!content.includes('playground-')) return;
  const {readRegions} = await import('./regions.js').catch((cause: unknown) => {
    throw new PlaygroundError(
      {
        code: 'file-unavailable',
        message: `“${path}” could not be loaded. Check your connection and try again.`,
      },
      {cause},
    );
  });
  readRegions(path, content);
}
