type RegionsPart = typeof import('./regions.js');

/** What finds the regions of a file as it is now; most projects have none. */
export async function loadFindRegions(): Promise<RegionsPart['findRegions']> {
  return (await import('./regions.js')).findRegions;
}
