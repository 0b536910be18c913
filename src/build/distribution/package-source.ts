/** A place Django and what it needs can be had from. */
export interface PackageSource {
  readonly name: SourceName;
  /**
   * Put the packages of one series into an empty folder, as they would lie in site-packages,
   * each with its `*.dist-info`.
   *
   * @throws Error that says why this series cannot be had from here.
   */
  install(series: string, folder: string): Promise<void>;
}

export type SourceName = 'index' | 'debian';

/** The environment variable that leaves only one of the sources. */
export const SOURCE_VARIABLE = 'DJANGO_PLAYGROUND_SOURCE';

/**
 * The source that is asked for, or `null` where any will do.
 *
 * @throws Error when the variable names none.
 */
export function chosenSource(): SourceName | null {
  const name = process.env[SOURCE_VARIABLE];
  if (!name) return null;
  if (name === 'index' || name === 'debian') return name;
  throw new Error(`${SOURCE_VARIABLE} is "${name}"; it takes "index" or "debian".`);
}
