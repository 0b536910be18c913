import {maxSatisfying, satisfies} from '@renovatebot/pep440';
import type {PackageVersion} from '../protocol/packages.js';
import {COMPILED, conflict, unavailable, unfit} from './failures.js';
import type {Distribution} from './distribution.js';
import {isMet} from './marker.js';
import type {IndexedWheel, PackageIndex} from './package-index.js';
import {parseRequirement, type Requirement} from './requirement.js';
import type {Wheel} from './wheel.js';
import type {WheelAddress} from './wheels.js';

/** What packages are chosen for. */
export interface Target {
  /** Python's exact version. */
  readonly python: string;
  /** What the runtime has: it stays as it is. */
  readonly included: readonly PackageVersion[];
  /** What addresses are relative to, an absolute URL. */
  readonly base: string;
  /** Where names are looked up; without one only wheels by address are had. */
  readonly index: PackageIndex | undefined;
  /** Asked first: all that it has fits together. */
  readonly distribution: Distribution | undefined;
  load(address: WheelAddress): Promise<Wheel>;
}

export interface Resolution {
  /** In the order in which they were asked for. */
  readonly wheels: readonly Wheel[];
  readonly notes: readonly string[];
}

/** A requirement and who has it: a package, or nobody but the author. */
interface Demand extends Requirement {
  readonly by?: Wheel;
}

/** A version turned out to be one that somebody cannot have. */
class Unsuited extends Error {}

/** So often is begun anew with what was learnt; more than that is no accident. */
const ATTEMPTS = 50;

/**
 * Choose the packages that are asked for and all that they need: of each the newest version that
 * everybody can have.
 *
 * @throws PlaygroundError `package-conflict`, `package-unavailable`, `package-unfit`.
 */
export async function resolve(
  requirements: readonly Requirement[],
  target: Target,
): Promise<Resolution> {
  const demands = new Map<string, Demand[]>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return await new Attempt(target, demands).run(requirements);
    } catch (error) {
      if (!(error instanceof Unsuited)) throw error;
    }
  }
  throw conflict(
    'No versions of these packages were found that fit each other. Say in the requirements which ' +
      'versions you want.',
  );
}

/** One pass: each package is chosen when it is first met. */
class Attempt {
  readonly #target: Target;
  /** What was learnt so far about each package, in this pass and in those before. */
  readonly #demands: Map<string, Demand[]>;
  readonly #chosen = new Map<string, Wheel>();
  readonly #extras = new Set<string>();
  readonly #notes: string[] = [];

  constructor(target: Target, demands: Map<string, Demand[]>) {
    this.#target = target;
    this.#demands = demands;
  }

  async run(requirements: readonly Demand[]): Promise<Resolution> {
    // Wheels that are given satisfy names, wherever they stand.
    const given = requirements.filter(({url}) => url !== undefined);
    const named = requirements.filter(({url}) => url === undefined);
    let open: readonly Demand[] = await this.#step(given);
    open = [...open, ...named];
    while (open.length > 0) open = await this.#step(open);
    return {wheels: [...this.#chosen.values()], notes: this.#notes};
  }

  /** @returns what the packages need that were chosen for these demands. */
  async #step(demands: readonly Demand[]): Promise<Demand[]> {
    const needed = demands.filter(demand => this.#isNeeded(demand));
    for (const demand of needed) this.#learn(demand);
    const wheels = await Promise.all(needed.map(demand => this.#wheelFor(demand)));
    const next: Demand[] = [];
    for (const [index, demand] of needed.entries()) {
      const wheel = wheels[index];
      if (wheel) next.push(...this.#choose(wheel, demand));
    }
    return next;
  }

  #isNeeded({marker, extras, by, ...demand}: Demand): boolean {
    const asked = by ? this.#extrasOf(by.name) : [];
    if (marker !== undefined && !isMet(marker, this.#target.python, asked)) return false;
    const included = this.#target.included.find(({name}) => name === demand.name);
    if (!included) return true;
    this.#checkIncluded(included, {...demand, extras, ...(by && {by})});
    return false;
  }

  /** What the runtime has cannot be another version. */
  #checkIncluded({name, version}: PackageVersion, {specifier, url, by}: Demand): void {
    if (url === undefined && fits(version, specifier)) return;
    if (by) {
      throw conflict(
        `${by.name} ${by.version} needs ${name}${specifier}, but here is ${name} ${version}. Ask for ` +
          `another version of ${by.name}, or choose another Django with the attribute “django”.`,
      );
    }
    this.#notes.push(
      `The requirements ask for ${name}${specifier}; the site runs with ${name} ${version}, which ` +
        'comes with the playground.',
    );
  }

  #learn(demand: Demand): void {
    const known = this.#demands.get(demand.name) ?? [];
    const isKnown = known.some(
      ({specifier, by}) => specifier === demand.specifier && by?.name === demand.by?.name,
    );
    if (!isKnown) this.#demands.set(demand.name, [...known, demand]);
  }

  async #wheelFor(demand: Demand): Promise<Wheel> {
    const {name, specifier, url, hashes} = demand;
    const chosen = this.#chosen.get(name);
    if (url !== undefined) return this.#fitting(await this.#target.load({url, hashes}));
    if (!chosen) {
      const found = await this.#find(demand);
      return this.#fitting(await this.#target.load({url: found.url, hashes: found.hashes}));
    }
    if (fits(chosen.version, specifier)) return chosen;
    // Another version may suit everybody, unless this one was given.
    if (this.#demands.get(name)?.some(each => each.url !== undefined)) throw this.#clash(name);
    throw new Unsuited();
  }

  #fitting(wheel: Wheel): Wheel {
    const {name, version, python} = wheel;
    if (python && !fits(this.#target.python, python)) {
      throw unfit(
        `${name} ${version} needs Python ${python}, but here is Python ${this.#target.python}. Ask ` +
          'for another version of it.',
      );
    }
    return wheel;
  }

  async #find({name, by}: Demand): Promise<IndexedWheel> {
    const who = by ? `${by.name} needs ${name}, which` : name;
    const {index, distribution} = this.#target;
    const demands = this.#demands.get(name) ?? [];
    const packed = await distribution?.find(name);
    if (packed && demands.every(demand => isFor(packed, demand))) return packed;
    if (!index && packed) throw this.#clash(name);
    if (!index) {
      throw unavailable(
        `${who} is not among the wheels of the requirements${distribution ? ', nor in Pyodide’s distribution' : ''}, ` +
          'and no package index is configured. ' +
          `Add the address of its wheel${by ? '' : ' in place of its name'}.`,
      );
    }
    const {wheels, hasOthers} = await index.find(name);
    const all = demands.map(({specifier}) => specifier).filter(Boolean);
    const pinned = demands.some(({specifier}) => /^={2,3}[^*]+$/.test(specifier));
    const hashes = demands.flatMap(each => each.hashes);
    const allowed = hashes.length
      ? wheels.filter(each => each.hashes.some(hash => hashes.includes(hash)))
      : wheels.filter(each => pinned || !each.isYanked);
    const version = best(
      allowed.map(each => each.version),
      all.join(','),
    );
    const found = allowed.find(each => each.version === version);
    if (found) return found;
    if (wheels.length === 0 && hasOthers) {
      throw unfit(`${who} cannot be installed: it ${COMPILED}. ${lackOf(distribution)}`);
    }
    if (hashes.length && allowed.length === 0) {
      throw unavailable(
        `${who} has no wheel in the index with the hash that is asked for. Correct the hash.`,
      );
    }
    throw this.#clash(name);
  }

  #clash(name: string): Error {
    const demands = this.#demands.get(name) ?? [];
    const wanted = demands
      .map(({specifier, by, url}) => {
        const what = url ? `the wheel ${url}` : `${name}${specifier || ' in any version'}`;
        return `${by ? `${by.name} ${by.version} needs` : 'the requirements ask for'} ${what}`;
      })
      .join(', ');
    return conflict(
      demands.length > 1
        ? `No version of ${name} suits everybody: ${wanted}. Ask for other versions of these packages.`
        : `There is no version of ${name} for this playground: ${wanted}. Ask for another version.`,
    );
  }

  /** @returns what it needs that was not asked for before. */
  #choose(wheel: Wheel, demand: Demand): Demand[] {
    const {name} = wheel;
    const isNew = !this.#chosen.has(name);
    if (!isNew && this.#chosen.get(name) !== wheel) throw this.#clash(name);
    this.#chosen.set(name, wheel);
    const extras = demand.extras.filter(extra => !this.#extras.has(`${name} ${extra}`));
    for (const extra of extras) this.#extras.add(`${name} ${extra}`);
    if (!isNew && extras.length === 0) return [];
    return wheel.needs.map(line => ({...parseRequirement(line, this.#target.base), by: wheel}));
  }

  #extrasOf(name: string): string[] {
    return [...this.#extras].flatMap(each => {
      const [owner, extra = ''] = each.split(' ');
      return owner === name ? [extra] : [];
    });
  }
}

/** The newest version that fits; one that is no release only where nothing else does. */
function best(versions: readonly string[], specifier: string): string | null {
  const all = [...versions];
  const range = specifier || '>=0';
  return maxSatisfying(all, range) ?? maxSatisfying(all, range, {prereleases: true});
}

/** Whether somebody who asks for a package can have this one. */
function isFor({version, hashes}: IndexedWheel, demand: Demand): boolean {
  const isRight = demand.hashes.length === 0 || hashes.some(hash => demand.hashes.includes(hash));
  return isRight && fits(version, demand.specifier);
}

/** What to do where a compiled package is nowhere. */
function lackOf(distribution: Distribution | undefined): string {
  return distribution
    ? 'Pyodide’s distribution does not have it either. Do without it.'
    : 'Pyodide’s distribution may have it: say in the page’s configuration where that is ' +
        '(pyodideDistribution), or do without it.';
}

function fits(version: string, specifier: string): boolean {
  return !specifier || satisfies(version, specifier, {prereleases: true});
}
