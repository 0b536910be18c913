/**
 * Whether this very code came out of the browser's cache. Then so will, most likely, the files of
 * the runtime, which are kept for as long. Where a host does not let its times be seen, nobody
 * knows, and the answer is no.
 */
export function cameFromCache(): boolean {
  const [entry] = performance.getEntriesByName(
    import.meta.url,
    'resource',
  ) as PerformanceResourceTiming[];
  return entry !== undefined && entry.transferSize === 0 && entry.encodedBodySize > 0;
}
