/** Names the wheels and indexes that `made-wheels.mjs` makes. */

/** A version of a package, as an index has it. */
export interface Release {
  readonly version: string;
  readonly needs?: readonly string[];
  /** Versions of Python that it runs on. */
  readonly python?: string;
  /** E.g. `cp314-cp314-manylinux_2_28_x86_64`. */
  readonly tag?: string;
  readonly yanked?: boolean;
  /** Whether a distribution has it as a library that others need. */
  readonly library?: boolean;
  /** What it needs as a distribution says it. */
  readonly depends?: readonly string[];
}

/** Address of a wheel: `made` in its directory, with what it says of itself. */
export function wheelAt(
  file: string,
  said: Readonly<Record<string, string>> | readonly (readonly [string, string])[] = {},
): string {
  const query = new URLSearchParams(said as Record<string, string>).toString();
  return `/made-wheels/${file}${query && `?${query}`}`;
}

/** Address of a folder with a distribution that has these packages, of each one version. */
export function distributionOf(
  packages: Readonly<Record<string, readonly Release[]>>,
  said: {readonly abi?: string; readonly sha256?: string} = {},
): string {
  return new URL(`/made-distribution/${encoded({packages, ...said})}/`, location.href).href;
}

/** Address of an index with these packages. */
export function indexOf(
  packages: Readonly<Record<string, readonly Release[]>>,
  html = false,
): string {
  return new URL(`/made-index/${encoded({packages, html})}/`, location.href).href;
}

function encoded(description: object): string {
  const text = btoa(JSON.stringify(description));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
