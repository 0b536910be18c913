import {PlaygroundError} from '../protocol/failure.js';
import type {RuntimeFile, RuntimeManifest, RuntimeSeries} from '../protocol/runtime.js';

/**
 * The series an author named, or the default one.
 *
 * @throws PlaygroundError `unknown-series` naming those there are.
 */
export function chooseSeries(manifest: RuntimeManifest, name: string | null): RuntimeSeries {
  const series = manifest.series[name ?? manifest.defaultSeries];
  if (series) return series;
  const known = Object.keys(manifest.series).map(each => `django="${each}"`);
  throw new PlaygroundError({
    code: 'unknown-series',
    message: `There is no Django ${name} here. Write ${known.join(' or ')}, or leave the attribute out.`,
  });
}

/** What is mounted over site-packages for a series. */
export function packageFiles(
  {image, locales, added}: RuntimeSeries,
  withLocales: boolean,
): readonly RuntimeFile[] {
  return [image, ...(withLocales ? [locales] : []), ...(added ? [added.image] : [])];
}
