import {satisfies} from '@renovatebot/pep440';
import {unavailable} from './failures.js';
import {parseWheelName, suits, type Platform} from './wheel-name.js';

/** A wheel that an index has, and that runs here. */
export interface IndexedWheel {
  readonly url: string;
  readonly version: string;
  readonly hashes: readonly string[];
  /** Withdrawn: only for who asks for this very version. */
  readonly isYanked: boolean;
}

/** What an index has of a package. */
export interface IndexedPackage {
  /** Those that run on this Python. */
  readonly wheels: readonly IndexedWheel[];
  /** Whether there are others, which do not run here. */
  readonly hasOthers: boolean;
}

/** One file, in whichever form the index says it. */
interface IndexFile {
  readonly filename: string;
  readonly url: string;
  readonly hashes: Readonly<Record<string, string>>;
  readonly python: string;
  readonly isYanked: boolean;
}

/** Both forms that indexes have; static ones send HTML whatever is asked for. */
const FORMS = 'application/vnd.pypi.simple.v1+json, text/html;q=0.5';

/** A package index with the usual interface, asked once for each package. */
export class PackageIndex {
  readonly #address: string;
  readonly #platform: Platform;
  readonly #known = new Map<string, Promise<IndexedPackage>>();

  /**
   * @param address Absolute; that of the list of all packages, without which the name of one is
   *   appended, e.g. `https://example.org/simple/`.
   * @param platform What packages are for.
   */
  constructor(address: string, platform: Platform) {
    this.#address = address.endsWith('/') ? address : `${address}/`;
    this.#platform = platform;
  }

  /**
   * @param name In its normal form.
   * @throws PlaygroundError `package-unavailable` where there is none, or no answer.
   */
  find(name: string): Promise<IndexedPackage> {
    let known = this.#known.get(name);
    if (!known) {
      known = this.#find(name);
      this.#known.set(name, known);
      known.catch(() => this.#known.delete(name));
    }
    return known;
  }

  async #find(name: string): Promise<IndexedPackage> {
    const files = await this.#files(name);
    const wheels = files.flatMap(({filename, url, hashes, python, isYanked}) => {
      const parsed = parseWheelName(filename);
      if (parsed?.package !== name || !suits(parsed, this.#platform)) return [];
      if (!runsOn(python, this.#platform.python)) return [];
      const {sha256} = hashes;
      return [{url, version: parsed.version, hashes: sha256 ? [sha256] : [], isYanked}];
    });
    return {wheels, hasOthers: files.length > wheels.length};
  }

  async #files(name: string): Promise<readonly IndexFile[]> {
    const url = `${this.#address}${name}/`;
    try {
      const response = await fetch(url, {headers: {Accept: FORMS}, credentials: 'omit'});
      if (response.status === 404) throw unavailable(notThere(name, this.#address));
      if (!response.ok) throw unavailable(noAnswer(name, url, `it answers ${response.status}`));
      const text = await response.text();
      const base = response.url || url;
      const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
      return isJson ? readJson(text, base) : readHtml(text, base);
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'PlaygroundError') throw cause;
      throw unavailable(noAnswer(name, url, 'it cannot be read from this page'), cause);
    }
  }
}

function readJson(text: string, base: string): IndexFile[] {
  const {files} = JSON.parse(text) as {
    files: {
      filename: string;
      url: string;
      hashes?: Record<string, string>;
      'requires-python'?: string | null;
      yanked?: boolean | string;
    }[];
  };
  return files.map(({filename, url, hashes = {}, yanked = false, ...more}) => ({
    filename,
    url: new URL(url, base).href,
    hashes,
    python: more['requires-python'] ?? '',
    isYanked: yanked !== false,
  }));
}

function readHtml(text: string, base: string): IndexFile[] {
  const page = new DOMParser().parseFromString(text, 'text/html');
  return [...page.querySelectorAll('a[href]')].map(link => {
    const url = new URL(link.getAttribute('href') ?? '', base);
    const [, sha256] = /^#sha256=([\da-f]{64})$/i.exec(url.hash) ?? [];
    url.hash = '';
    return {
      filename: link.textContent.trim(),
      url: url.href,
      hashes: sha256 ? {sha256: sha256.toLowerCase()} : {},
      python: link.getAttribute('data-requires-python') ?? '',
      isYanked: link.hasAttribute('data-yanked'),
    };
  });
}

function runsOn(specifier: string, python: string): boolean {
  // What cannot be read excludes nothing, as with other installers.
  return !specifier || satisfiesOrUnread(python, specifier);
}

function satisfiesOrUnread(version: string, specifier: string): boolean {
  try {
    return satisfies(version, specifier, {prereleases: true});
  } catch {
    return true;
  }
}

function notThere(name: string, address: string): string {
  return (
    `There is no package “${name}” in the index ${address}. Correct its name in the requirements, ` +
    'or give the address of its wheel.'
  );
}

function noAnswer(name: string, url: string, why: string): string {
  return (
    `The package “${name}” could not be looked up at ${url}: ${why}. Check your connection and try ` +
    'again, or give the address of its wheel.'
  );
}
