/** What a wheel's file name says. */
export interface WheelName {
  /** The file's own name. */
  readonly file: string;
  /** In its normal form. */
  readonly package: string;
  readonly version: string;
  /** Whether it runs wherever there is a Python 3. */
  readonly isPure: boolean;
  /** What it runs on, each as alternatives with dots between them. */
  readonly tags: {readonly python: string; readonly abi: string; readonly platform: string};
}

/** What packages run on here. */
export interface Platform {
  /** Python's exact version. */
  readonly python: string;
  /** Its names in those of compiled wheels, e.g. `pyemscripten_2026_0_wasm32`. */
  readonly names: readonly string[];
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
  return {file, package: normalName(name), version, isPure, tags: {python, abi, platform}};
}

/** Whether a wheel runs here: one of pure Python, or one that was compiled for here. */
export function suits({isPure, tags}: WheelName, {python, names}: Platform): boolean {
  if (isPure) return true;
  const [, minor = ''] = python.split('.');
  if (!tags.platform.split('.').some(name => names.includes(name))) return false;
  const interpreters = tags.python.split('.');
  const isNotNewer = (tag: string): boolean => Number(/^cp3(\d+)$/.exec(tag)?.[1]) <= Number(minor);
  return tags.abi.split('.').some(abi => {
    if (abi === 'abi3') return interpreters.some(isNotNewer);
    if (abi === 'none') return interpreters.some(tag => tag === 'py3' || tag === `cp3${minor}`);
    return abi === `cp3${minor}`;
  });
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
