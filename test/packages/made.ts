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
}

/** Address of a wheel: `made` in its directory, with what it says of itself. */
export function wheelAt(
  file: string,
  said: Readonly<Record<string, string>> | readonly (readonly [string, string])[] = {},
): string {
  const query = new URLSearchParams(said as Record<string, string>).toString();
  return `/made-wheels/${file}${query && `?${query}`}`;
}

/** Address of an index with these packages. */
export function indexOf(
  packages: Readonly<Record<string, readonly Release[]>>,
  html = false,
): string {
  const text = btoa(JSON.stringify({packages, html}));
  const address = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return new URL(`/made-index/${address}/`, location.href).href;
}
