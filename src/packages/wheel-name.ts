/** What a wheel's file name says. */
export interface WheelName {
  /** The file's own name. */
  readonly file: string;
  /** In its normal form. */
  readonly package: string;
  readonly version: string;
  /** Whether it runs wherever there is a Python 3. */
  readonly isPure: boolean;
}

const WHEEL = /^([^-]+)-([^-]+)(?:-\d[^-]*)?-([^-]+)-([^-]+)-([^-]+)\.whl$/;

/** @returns nothing where it is no wheel's name. */
export function parseWheelName(file: string): WheelName | undefined {
  const [, name, version, python = '', abi = '', platform = ''] = WHEEL.exec(file) ?? [];
  if (name === undefined || version === undefined) return undefined;
  const isPure =
    python.split('.').some(tag => /^(?:py|cp)3/.test(tag)) &&
    abi.split('.').includes('none') &&
    platform.split('.').includes('any');
  return {file, package: normalName(name), version, isPure};
}

/** The name of the file at an address. */
export function fileName(url: string): string {
  const {pathname} = new URL(url);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** `Django_Filter` → `django-filter`: names that are the same package are the same. */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
