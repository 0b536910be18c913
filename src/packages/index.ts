/** Packages beside those of the runtime: asked for, chosen, loaded, checked. */
import type {Image, PyodideIdentity} from '../protocol/interpreter.js';
import type {Packages, PackageVersion, Uncompiled, WheelStore} from '../protocol/packages.js';
import {Bytecode} from './bytecode.js';
import {digest} from './digest.js';
import {Distribution} from './distribution.js';
import {PackageIndex} from './package-index.js';
import {parseRequirements} from './requirement.js';
import {resolve} from './resolve.js';
import {normalName, type Platform} from './wheel-name.js';
import {Wheels, type OnBytes} from './wheels.js';

export type {OnBytes} from './wheels.js';

/** What packages are installed into. */
export interface Place {
  /** What the runtime has. */
  readonly included: readonly PackageVersion[];
  /** Absolute address of the package index; without one, packages are had by their addresses. */
  readonly index?: string | undefined;
  /** Absolute address of a folder with Pyodide's distribution, which has compiled packages. */
  readonly distribution?: string | undefined;
  /** What addresses in the requirements are relative to, an absolute URL. */
  readonly base: string;
}

/** Gets packages for all playgrounds of a page, each once. */
export class Installer {
  readonly #platform: Platform;
  readonly #wheels: Wheels;
  readonly #bytecode: Bytecode;
  readonly #indexes = new Map<string, PackageIndex>();
  readonly #distributions = new Map<string, Distribution>();

  /**
   * @param pyodide What the packages run in.
   * @param store Keeps wheels between visits.
   */
  constructor(pyodide: PyodideIdentity, store?: WheelStore) {
    this.#platform = platformOf(pyodide);
    this.#wheels = new Wheels(this.#platform, store);
    this.#bytecode = new Bytecode(pyodide.version, store);
  }

  /**
   * The packages of a `requirements.txt`, with all that they need.
   *
   * @param onBytes told what is loaded of all of them.
   * @throws PlaygroundError `bad-requirement`, `package-unavailable`, `package-unfit`,
   *   `package-conflict`.
   */
  async install(requirements: string, place: Place, onBytes: OnBytes): Promise<Packages> {
    const {included, index, distribution, base} = place;
    const counts = new Map<string, {loaded: number; total: number}>();
    const {wheels, notes} = await resolve(parseRequirements(requirements, base), {
      python: this.#platform.python,
      included: included.map(({name, version}) => ({name: normalName(name), version})),
      base,
      index: index === undefined ? undefined : this.#index(index),
      distribution: distribution === undefined ? undefined : this.#distribution(distribution),
      load: address =>
        this.#wheels.get(address, (loaded, total) => {
          counts.set(address.url, {loaded, total});
          const all = [...counts.values()];
          onBytes(
            all.reduce((sum, each) => sum + each.loaded, 0),
            all.reduce((sum, each) => sum + each.total, 0),
          );
        }),
    });
    await Promise.all(wheels.map(({sha256}) => this.#bytecode.find(sha256)));
    const bytecode = this.#bytecode;
    return {
      key: await digest(wheels.map(({sha256}) => sha256).join(' ')),
      get images(): readonly Image[] {
        const zips = wheels.flatMap(({image, sha256}) => [image, bytecode.get(sha256)]);
        return zips.filter(zip => zip !== undefined).map(zip => ({place: 'packages', zip}));
      },
      get uncompiled(): readonly Uncompiled[] {
        return wheels
          .filter(({sha256}) => !bytecode.get(sha256))
          .map(({image, sha256}) => ({zip: image, keep: made => bytecode.keep(sha256, made)}));
      },
      installed: wheels.map(({name, version}) => ({name, version})),
      notes,
    };
  }

  #index(address: string): PackageIndex {
    const known = this.#indexes.get(address) ?? new PackageIndex(address, this.#platform);
    this.#indexes.set(address, known);
    return known;
  }

  #distribution(address: string): Distribution {
    const known = this.#distributions.get(address) ?? new Distribution(address, this.#platform);
    this.#distributions.set(address, known);
    return known;
  }
}

/** Compiled wheels name the platform by the version of its ABI; the others are older names. */
function platformOf({python, abiVersion, arch, platform}: PyodideIdentity): Platform {
  const names = [`pyemscripten_${abiVersion}`, `pyodide_${abiVersion}`, platform];
  return {python, names: names.map(name => `${name}_${arch}`)};
}
