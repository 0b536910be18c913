import {PlaygroundError} from '../protocol/failure.js';
import type {RuntimeManifest, RuntimeSeries} from '../protocol/runtime.js';
import {download} from './download.js';

/**
 * Read the manifest of a built runtime.
 *
 * @throws PlaygroundError `runtime-unavailable` when it is not there or is something else.
 */
export async function readManifest(url: string): Promise<RuntimeManifest> {
  const bytes = await download(url);
  const manifest = parse(bytes);
  if (manifest?.format !== 2) {
    throw new PlaygroundError({
      code: 'runtime-unavailable',
      message: `${url} is not the manifest of a runtime this version can read. Build the runtime and the component from the same release.`,
    });
  }
  return manifest;
}

function parse(bytes: Uint8Array): RuntimeManifest | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as RuntimeManifest;
  } catch {
    // A host that answers every address with its start page gives HTML here.
    return undefined;
  }
}

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
