/** Packages beside those of the runtime: asked for, chosen, loaded, checked. */
import type {Packages, PackageVersion, WheelStore} from '../protocol/packages.js';
import {digest} from './digest.js';
import {PackageIndex} from './package-index.js';
import {parseRequirements} from './requirement.js';
import {resolve} from './resolve.js';
import {normalName} from './wheel-name.js';
import {Wheels, type OnBytes} from './wheels.js';

export type {OnBytes} from './wheels.js';

/** What packages are installed into. */
export interface Place {
  /** Python's exact version. */
  readonly python: string;
  /** What the runtime has. */
  readonly included: readonly PackageVersion[];
  /** Absolute address of the package index; without one, packages are had by their addresses. */
  readonly index?: string | undefined;
  /** What addresses in the requirements are relative to, an absolute URL. */
  readonly base: string;
}

/** Gets packages for all playgrounds of a page, each once. */
export class Installer {
  readonly #wheels: Wheels;
  readonly #indexes = new Map<string, PackageIndex>();

  /** @param store Keeps wheels between visits. */
  constructor(store?: WheelStore) {
    this.#wheels = new Wheels(store);
  }

  /**
   * The packages of a `requirements.txt`, with all that they need.
   *
   * @param onBytes told what is loaded of all of them.
   * @throws PlaygroundError `bad-requirement`, `package-unavailable`, `package-unfit`,
   *   `package-conflict`.
   */
  async install(requirements: string, place: Place, onBytes: OnBytes): Promise<Packages> {
    const {python, included, index, base} = place;
    const counts = new Map<string, {loaded: number; total: number}>();
    const {wheels, notes} = await resolve(parseRequirements(requirements, base), {
      python,
      included: included.map(({name, version}) => ({name: normalName(name), version})),
      base,
      index: index === undefined ? undefined : this.#index(index, python),
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
    return {
      key: await digest(wheels.map(({sha256}) => sha256).join(' ')),
      images: wheels.map(({image}) => ({place: 'packages', zip: image})),
      installed: wheels.map(({name, version}) => ({name, version})),
      notes,
    };
  }

  #index(address: string, python: string): PackageIndex {
    const known = this.#indexes.get(address) ?? new PackageIndex(address, python);
    this.#indexes.set(address, known);
    return known;
  }
}
