import {unavailable, unfit} from './failures.js';
import type {IndexedWheel} from './package-index.js';
import {fileName, normalName, parseWheelName, suits, type Platform} from './wheel-name.js';

/** What the lock file has of a package, as far as it is used here. */
interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Relative to the lock file. */
  readonly file_name: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Names of packages and of libraries. */
  readonly depends?: readonly string[];
  readonly package_type?: string;
}

interface Lock {
  readonly info: {readonly abi_version?: string; readonly python?: string};
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const LOCK = 'pyodide-lock.json';

/** A folder with Pyodide's distribution: of each package one version, and all of them fit together. */
export class Distribution {
  readonly #lock: string;
  readonly #platform: Platform;
  #known: Promise<ReadonlyMap<string, LockedPackage>> | undefined;

  /** @param address Absolute, of the folder. */
  constructor(address: string, platform: Platform) {
    this.#lock = `${address.replace(/\/$/, '')}/${LOCK}`;
    this.#platform = platform;
  }

  /**
   * @param name In its normal form.
   * @throws PlaygroundError `package-unavailable` where there is no distribution, or one for another
   *   Python; `package-unfit` where the package needs a library that is none of Python's.
   */
  async find(name: string): Promise<IndexedWheel | undefined> {
    const packages = await this.#packages();
    const found = packages.get(name);
    if (!found) return undefined;
    const {version, file_name: file, sha256, depends = []} = found;
    const url = new URL(file, this.#lock).href;
    const wheel = parseWheelName(fileName(url));
    if (!wheel) return undefined;
    const library = depends.find(
      each => packages.get(normalName(each))?.package_type === 'shared_library',
    );
    if (library !== undefined) {
      throw unfit(
        `${name} cannot be installed: it needs the library ${library}, which is no package of ` +
          'Python. Do without it.',
      );
    }
    if (!suits(wheel, this.#platform)) throw unavailable(this.#isOther());
    return {url, version, hashes: [sha256], isYanked: false};
  }

  #packages(): Promise<ReadonlyMap<string, LockedPackage>> {
    if (!this.#known) {
      this.#known = this.#read();
      // Trying again can succeed.
      this.#known.catch(() => (this.#known = undefined));
    }
    return this.#known;
  }

  async #read(): Promise<ReadonlyMap<string, LockedPackage>> {
    let lock: Lock;
    try {
      const response = await fetch(this.#lock, {credentials: 'omit'});
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      lock = (await response.json()) as Lock;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw unavailable(
        `Pyodide’s distribution could not be read from ${this.#lock}: ${why}. Correct its address in ` +
          'the page’s configuration (pyodideDistribution); another host has to allow this page to ' +
          'read it (CORS).',
        cause,
      );
    }
    const {abi_version: abi, python} = lock.info;
    const isForAbi = this.#platform.names.some(name => name.includes(`_${abi}_`));
    if (!isForAbi || series(python) !== series(this.#platform.python)) {
      throw unavailable(this.#isOther());
    }
    return new Map(Object.values(lock.packages).map(each => [normalName(each.name), each]));
  }

  #isOther(): string {
    const {python, names} = this.#platform;
    return (
      `The distribution of Pyodide at ${this.#lock} is for another Python; here is Python ${python}, ` +
      `${names[0]}. Put the one there that was made for it.`
    );
  }
}

/** `3.14.2` → `3.14`. */
function series(python = ''): string {
  return python.split('.').slice(0, 2).join('.');
}
